import { simplifyFields } from '../fields/simplify';
import { expectedRecord } from '../http/expected';
import { asRecord } from '../http/read';
import type { PhraseRequest } from '../http/request';
import type { Ending } from '../operation/operation';
import { eachAlone } from './eachAlone';
import { throwIfNotAll } from './inBatches';
import { toItem, type OneOptions } from './one';

/**
 * The request changes one object, which becomes one item: the answer, or, where Phrase only says how many it has changed,
 * what is read afterwards.
 *
 * @param readBack reads the object; undefined for a request that answers with it
 * @param options what becomes of the object
 */
export function oneOrReadBack<V>(
	readBack: (values: V) => PhraseRequest | undefined,
	options: OneOptions<V>,
): Ending<V> {
	return {
		fields: simplifyFields(options),
		run: eachAlone(async ({ client, request, values }) => {
			let sent = request();
			let answer = await client.send(sent);
			const read = readBack(values);
			if (read !== undefined) {
				throwIfNotAll(asRecord(answer.body), 1, 'changed');
				sent = read;
				answer = await client.send(sent);
			}
			return [toItem(expectedRecord(answer, sent), values, options)];
		}),
	};
}
