import { isDeepStrictEqual } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { limit, returnAll } from '../../fields/returnAll';
import { simplify, type Simple } from '../../fields/simplify';
import type { PhraseClient } from '../../http/client.types';
import { asRecord, asRecords } from '../../http/read';
import type { PhraseRequest } from '../../http/request';
import type { Ending } from '../operation';
import { eachAlone } from './eachAlone';

/** Largest page of most lists in Phrase TMS and Language AI. */
const PAGE_SIZE = 50;

/** How a list comes. */
export interface ManyOptions<V> {
	/** Member of the answer that holds the list, `content` when it is paged. */
	at?: string;
	/** Whether the list comes in pages (`pageNumber` from 0, `pageSize`), as most do. */
	paged?: boolean;
	/** Largest page, 50 unless Phrase allows more. */
	pageSize?: number;
	/** Names of the members that the simplified version keeps; offers 'Simplify' when given. */
	simple?: Simple;
	/** Requests to make instead of the one, when a list has to be asked for in several ways. */
	requests?: (request: PhraseRequest, values: V, client: PhraseClient) => Promise<PhraseRequest[]>;
	/** Members to put beside each entry's own, such as the ids the user gave. */
	add?: (values: V) => IDataObject;
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
			const entries: IDataObject[] = [];
			for (const each of requests) {
				for await (const entry of listEntries(client, each, wanted - entries.length, options)) {
					entries.push(entry);
				}
			}
			return entries.map((entry) => ({
				json: { ...options.add?.(values), ...simplify.apply(entry, values, options.simple) },
			}));
		}),
	};
}

/**
 * Reads the entries of a list, page after page, as far as they are wanted.
 *
 * @param wanted most entries to give
 */
export async function* listEntries(
	client: PhraseClient,
	request: PhraseRequest,
	wanted: number,
	{
		at = 'content',
		paged = true,
		pageSize: largest = PAGE_SIZE,
	}: Pick<ManyOptions<never>, 'at' | 'paged' | 'pageSize'>,
): AsyncGenerator<IDataObject> {
	const pageSize = Math.min(largest, wanted);
	let given = 0;
	let previous: IDataObject[] = [];
	for (let pageNumber = 0; given < wanted; pageNumber++) {
		const { body } = await client.send(paged ? request.query({ pageNumber, pageSize }) : request);
		const page = asRecord(body);
		const entries = asRecords(page[at]);
		// A server that ignores the page number would otherwise be asked for ever.
		if (pageNumber > 0 && isDeepStrictEqual(entries, previous)) return;
		for (const entry of entries) {
			if (given++ >= wanted) return;
			yield entry;
		}
		previous = entries;
		const last =
			typeof page.totalPages === 'number' ? pageNumber + 1 >= page.totalPages : entries.length < pageSize;
		if (!paged || last || entries.length === 0) return;
	}
}
