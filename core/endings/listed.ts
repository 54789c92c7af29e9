import type { IDataObject } from 'n8n-workflow';
import { simplified, simplifyFields, type Simple } from '../fields/simplify';
import { expectedList, expectedRecord } from '../http/expected';
import { asRecord } from '../http/read';
import type { Ending } from '../operation/operation';
import type { OutputItem } from '../operation/part';
import { eachAlone } from './eachAlone';
import { batchesOf } from './inBatches';

/** What becomes of an answer that lists what came of the call. */
export interface ListedOptions<V> {
	/** Member of the answer that holds the list; without it, each answer is an entry. */
	at?: string;
	/** The simplified version of an entry; offers 'Simplify' when given. */
	simple?: Simple;
	/** Members to put beside each entry's own, from the values of the request, the whole answer, and the entry. */
	add?: (values: V, answer: IDataObject, entry: IDataObject) => IDataObject;
	/** The field that lists what the call is about, and most entries of one request, where it takes several. */
	batches?: { list: keyof V; size: number };
}

/** The answer lists what came of the call; each entry becomes an item. For lists to choose from, there is `many`. */
export function listed<V>({ at, simple, add, batches }: ListedOptions<V>): Ending<V> {
	return {
		fields: simplifyFields({ simple }),
		run: eachAlone(async ({ client, request, values }) => {
			const items: OutputItem[] = [];
			for (const others of otherValues(values, batches)) {
				const sent = request(others);
				const response = await client.send(sent);
				const entries =
					at === undefined ? [expectedRecord(response, sent)] : expectedList(response, at, sent.repeat);
				for (const entry of entries) {
					const added = add?.({ ...values, ...others }, asRecord(response.body), entry);
					items.push({ json: { ...added, ...simplified(entry, values, simple) } });
				}
			}
			return items;
		}),
	};
}

/** The values that each request is made with instead of the user's. */
function otherValues<V>(values: V, batches: ListedOptions<V>['batches']): object[] {
	if (batches === undefined) return [{}];
	const entries = [values[batches.list]].flat() as unknown[];
	return batchesOf(entries, batches.size).map((some) => ({ [batches.list]: some }));
}
