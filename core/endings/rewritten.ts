import type { IDataObject } from 'n8n-workflow';
import { expectedRecord } from '../http/expected';
import type { PhraseRequest } from '../http/request';
import type { Ending } from '../operation/operation';
import { eachAlone } from './eachAlone';
import { simplifyFields } from '../fields/simplify';
import { toItem, type OneOptions } from './one';

/**
 * The request reads one object, which is changed and written back: for objects that Phrase only takes whole. What
 * Phrase answers to the writing becomes one item. When somebody else writes the same object in between, that is lost;
 * Phrase has nothing to prevent it.
 *
 * @param write the request that writes the object, made of what was read; throws a ParameterError when the values
 * cannot be written to it
 * @param options what becomes of the answer
 */
export function rewritten<V>(
	write: (values: V, current: IDataObject) => PhraseRequest,
	options: OneOptions<V> = {},
): Ending<V> {
	return {
		fields: simplifyFields(options),
		run: eachAlone(async ({ client, request, values }) => {
			const read = request();
			const current = expectedRecord(await client.send(read), read);
			const sent = write(values, current);
			return [toItem(expectedRecord(await client.send(sent), sent), values, options)];
		}),
	};
}
