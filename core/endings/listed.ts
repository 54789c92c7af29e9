import type { IDataObject } from 'n8n-workflow';
import { simplified, simplifyFields, type Simple } from '../fields/simplify';
import { expectedList } from '../http/expected';
import { asRecord } from '../http/read';
import type { Ending } from '../operation/operation';
import type { OutputItem } from '../operation/part';
import { eachAlone } from './eachAlone';

/** What becomes of an answer that lists what came of the call. */
export interface ListedOptions<V> {
	/** Member of the answer that holds the list. */
	at: string;
	/** The simplified version of an entry; offers 'Simplify' when given. */
	simple?: Simple;
	/** Members to put beside each entry's own, from the values, the whole answer, and the entry. */
	add?: (values: V, answer: IDataObject, entry: IDataObject) => IDataObject;
	/** The values that each of several requests is made with, where one takes no more than so much. */
	batches?: (values: V) => object[];
}

/** The answer lists what came of the call; each entry becomes an item. For lists to choose from, there is `many`. */
export function listed<V>({ at, simple, add, batches }: ListedOptions<V>): Ending<V> {
	return {
		fields: simplifyFields({ simple }),
		run: eachAlone(async ({ client, request, values }) => {
			const items: OutputItem[] = [];
			for (const others of batches?.(values) ?? [{}]) {
				const sent = request(others);
				const response = await client.send(sent);
				for (const entry of expectedList(response, at, sent.repeat)) {
					const added = add?.(values, asRecord(response.body), entry);
					items.push({ json: { ...added, ...simplified(entry, values, simple) } });
				}
			}
			return items;
		}),
	};
}
