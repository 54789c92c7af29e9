import type { IDataObject, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import type { PhraseClient } from '../http/client.types';
import { pages } from '../http/pages';
import { asRecord, asRecords } from '../http/read';
import type { PhraseRequest } from '../http/request';

/** Entries of one page of a dropdown. */
const PAGE_SIZE = 50;

/**
 * Gives one page of a searchable dropdown from a paged list of Phrase.
 *
 * @param request the list, its search term included
 * @param toEntry name and value of an entry; undefined leaves it out
 * @param paginationToken what the previous page gave as such
 */
export async function searchPage(
	client: PhraseClient,
	request: PhraseRequest,
	toEntry: (entry: IDataObject) => INodeListSearchItems | undefined,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const pageNumber = Number(paginationToken ?? 0);
	const page = asRecord((await client.send(request.query({ pageNumber, pageSize: PAGE_SIZE }))).body);
	const entries = asRecords(page.content);
	const more =
		typeof page.totalPages === 'number' ? pageNumber + 1 < page.totalPages : entries.length === PAGE_SIZE;
	return {
		results: entries.map(toEntry).filter((entry) => entry !== undefined),
		...(more && { paginationToken: String(pageNumber + 1) }),
	};
}

/** Most entries that a search looks through where Phrase offers none. */
const MOST_SEARCHED = 2000;

/**
 * Searches a paged list of Phrase that offers no search of its own: page by page as long as the user typed nothing, and
 * all pages otherwise.
 */
export async function searchAllPages(
	client: PhraseClient,
	request: PhraseRequest,
	toEntry: (entry: IDataObject) => INodeListSearchItems | undefined,
	{ filter, paginationToken }: { filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
	if (!filter) return await searchPage(client, request, toEntry, paginationToken);
	const results: INodeListSearchItems[] = [];
	for await (const { entries } of pages(client, request, MOST_SEARCHED)) {
		const found = entries.map(toEntry).filter((entry) => entry !== undefined);
		results.push(...found.filter(({ name }) => matches(name, filter)));
	}
	return { results };
}

/** Whether a name holds what the user typed, whatever the case. */
export function matches(name: string, filter: string | undefined): boolean {
	return name.toLowerCase().includes((filter ?? '').trim().toLowerCase());
}
