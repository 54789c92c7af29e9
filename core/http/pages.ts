import { isDeepStrictEqual } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from './client.types';
import { asRecord, asRecords } from './read';
import type { PhraseRequest } from './request';

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
