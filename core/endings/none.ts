import type { IDataObject } from 'n8n-workflow';
import type { Ending } from '../operation/operation';
import { eachAlone } from './eachAlone';

/**
 * The answer says nothing; the item says what was done.
 * @param json the item, `{ deleted: true }` for instance
 */
export function none<V>(json: (values: V) => IDataObject): Ending<V> {
	return {
		run: eachAlone(async ({ client, request, values }) => {
			await client.send(request());
			return [{ json: json(values) }];
		}),
	};
}
