import type { IDataObject } from 'n8n-workflow';
import { asRecord } from '../http/read';
import type { Ending } from '../operation/operation';
import { eachAlone } from './eachAlone';

/**
 * The answer says nothing that has to be there; the item says what was done.
 * @param json the item, `{ deleted: true }` for instance, from the values and what the answer may say nevertheless
 */
export function none<V>(json: (values: V, answer: IDataObject) => IDataObject): Ending<V> {
	return {
		run: eachAlone(async ({ client, request, values }) => {
			const { body } = await client.send(request());
			return [{ json: json(values, asRecord(body)) }];
		}),
	};
}
