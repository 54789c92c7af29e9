import { isDeepStrictEqual } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { limit, returnAll } from '../../fields/returnAll';
import { simplify, type Simple } from '../../fields/simplify';
import type { PhraseClient } from '../../http/client.types';
import { asRecord, asRecords } from '../../http/read';
import type { PhraseRequest } from '../../http/request';
import type { Ending, OutputItem } from '../operation';
import { eachAlone } from './eachAlone';

/** Largest page of most lists in Phrase TMS and Language AI. */
const PAGE_SIZE = 50;

/** How a list comes. */
export interface PagingOptions {
	/** Member of the answer that holds the list, `content` when it is paged. */
	at?: string;
	/** Whether the list comes in pages (`pageNumber` from 0, `pageSize`), as most do. */
	paged?: boolean;
	/** Largest page, 50 unless Phrase allows more. */
	pageSize?: number;
}

/** What becomes of a list. */
export interface ManyOptions<V> extends PagingOptions {
	/** Names of the members that the simplified version keeps; offers 'Simplify' when given. */
	simple?: Simple;
	/** What users may see of an entry, for entries that hold secrets; all of it when left out. */
	visible?: (entry: IDataObject) => IDataObject;
	/** Requests to make instead of the one, when a list has to be asked for in several ways. */
	requests?: (request: PhraseRequest, values: V, client: PhraseClient) => Promise<PhraseRequest[]>;
	/** Members to put beside each entry's own, from the ids the user gave, the whole answer, and the entry. */
	add?: (values: V, answer: IDataObject, entry: IDataObject) => IDataObject;
}

const paging = z.object({ returnAll: z.boolean().optional(), limit: z.number().optional() });

/** The answer is a list, of which each entry becomes an item; offers 'Return All' and 'Limit'. */
export function many<V>(options: ManyOptions<V> = {}): Ending<V> {
	return {
		fields: {
			returnAll,
			limit,
			...(options.simple === undefined ? {} : { simplify: simplify.field }),
		},
		run: eachAlone(async ({ client, request, values }) => {
			const { returnAll: all, limit: max = Infinity } = paging.parse(values);
			const wanted = all === true ? Infinity : max;
			const requests = (await options.requests?.(request(), values, client)) ?? [request()];
			const items: OutputItem[] = [];
			for (const each of requests) {
				for await (const { answer, entries } of pages(client, each, wanted - items.length, options)) {
					for (const entry of entries) {
						const added = options.add?.(values, answer, entry);
						const visible = options.visible?.(entry) ?? entry;
						items.push({ json: { ...added, ...simplify.apply(visible, values, options.simple) } });
					}
				}
			}
			return items;
		}),
	};
}

/** One page of a list. */
export interface Page {
	/** The whole answer. */
	answer: IDataObject;
	/** The entries of the page, as far as they are wanted. */
	entries: IDataObject[];
}

/**
 * Reads a list, page after page, as far as it is wanted.
 *
 * @param wanted most entries to give
 */
export async function* pages(
	client: PhraseClient,
	request: PhraseRequest,
	wanted: number,
	{ at = 'content', paged = true, pageSize: largest = PAGE_SIZE }: PagingOptions = {},
): AsyncGenerator<Page> {
	const pageSize = Math.min(largest, wanted);
	let missing = wanted;
	let previous: IDataObject[] = [];
	for (let pageNumber = 0; missing > 0; pageNumber++) {
		const { body } = await client.send(paged ? request.query({ pageNumber, pageSize }) : request);
		const answer = asRecord(body);
		const entries = asRecords(answer[at]);
		// A server that ignores the page number would otherwise be asked for ever.
		if (pageNumber > 0 && isDeepStrictEqual(entries, previous)) return;
		yield { answer, entries: entries.slice(0, missing) };
		previous = entries;
		missing -= entries.length;
		const last =
			typeof answer.totalPages === 'number' ? pageNumber + 1 >= answer.totalPages : entries.length < pageSize;
		if (!paged || last || entries.length === 0) return;
	}
}
