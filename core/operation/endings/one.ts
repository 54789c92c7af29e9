import type { IDataObject } from 'n8n-workflow';
import { asRecord } from '../../http/read';
import { simplify, type Simple } from '../../fields/simplify';
import type { Ending } from '../operation';
import { eachAlone } from './eachAlone';

/**
 * The answer is one object, which becomes one item.
 * @param options.simple names of the members that the simplified version keeps; offers 'Simplify' when given
 * @param options.add members to put beside the answer's own, such as the ids the user gave
 */
export function one<V>(options: { simple?: Simple; add?: (values: V) => IDataObject } = {}): Ending<V> {
	return {
		...(options.simple === undefined ? {} : { fields: { simplify: simplify.field } }),
		run: eachAlone(async ({ client, request, values }) => {
			const answer = asRecord((await client.send(request())).body);
			return [{ json: { ...options.add?.(values), ...simplify.apply(answer, values, options.simple) } }];
		}),
	};
}
