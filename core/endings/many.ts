import type { IDataObject } from 'n8n-workflow';
import { howMany, mostWanted } from '../fields/returnAll';
import { simplified, simplifyFields, type Simple } from '../fields/simplify';
import type { PhraseClient } from '../http/client.types';
import { pages, type PagingOptions } from '../http/pages';
import type { PhraseRequest } from '../http/request';
import type { Ending } from '../operation/operation';
import type { OutputItem } from '../operation/part';
import { eachAlone } from './eachAlone';

/** What becomes of a list. */
export interface ManyOptions<V> extends Omit<PagingOptions, 'hint'> {
	/** The simplified version; offers 'Simplify' when given. */
	simple?: Simple;
	/** What users may see of an entry, for entries that hold secrets; all of it when left out. */
	visible?: (entry: IDataObject) => IDataObject;
	/** Requests to make instead of the one, when a list has to be asked for in several ways. */
	requests?: (request: PhraseRequest, values: V, client: PhraseClient) => Promise<PhraseRequest[]>;
	/** Which entries are wanted, where Phrase cannot be asked for them alone; all of them when left out. */
	only?: (values: V, entry: IDataObject) => boolean;
	/** Members to put beside each entry's own, from the ids the user gave, the whole answer, and the entry. */
	add?: (values: V, answer: IDataObject, entry: IDataObject) => IDataObject;
}

/** The answer is a list, of which each entry becomes an item; offers 'Return All' and 'Limit'. */
export function many<V>(options: ManyOptions<V> = {}): Ending<V> {
	return {
		fields: { ...howMany.fields, ...simplifyFields(options) },
		run: eachAlone(async ({ client, request, hint, values }) => {
			const wanted = mostWanted(values);
			const requests = (await options.requests?.(request(), values, client)) ?? [request()];
			const items: OutputItem[] = [];
			for (const each of requests) {
				const missing = options.only === undefined ? wanted - items.length : Infinity;
				for await (const { answer, entries } of pages(client, each, missing, { ...options, hint })) {
					for (const entry of entries) {
						if (options.only?.(values, entry) === false) continue;
						if (items.length >= wanted) return items;
						const added = options.add?.(values, answer, entry);
						const visible = options.visible?.(entry) ?? entry;
						items.push({ json: { ...added, ...simplified(visible, values, options.simple) } });
					}
				}
			}
			return items;
		}),
	};
}
