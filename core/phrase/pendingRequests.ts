import { inParallel } from '../concurrency/inParallel';
import type { PhraseClient } from '../http/client.types';
import { PhraseError } from '../http/errors';
import { asNumber, asRecord, asRecords, asText } from '../http/read';
import { GET } from '../http/request';

/** Largest page of the list. */
const PAGE_SIZE = 50;

/** Pages that are read at the same time, at most: what Phrase lets be pending fills four as a rule. */
const PAGES_AT_ONCE = 4;

/**
 * Reads which asynchronous requests of the signed-in user go on. Only those that were started through the API are in
 * the list, so one that is missing there need not have ended. One that changes pages while the list is read may be
 * missing as well.
 * Source: listPendingRequests, GET /api2/v1/async.
 *
 * @param wanted ids to look for: as many pages as they can fill are read, and further ones as long as some are missing
 * @returns the ids of what goes on
 * @throws PhraseError when the list cannot be read
 */
export async function pendingRequests(client: PhraseClient, wanted: string[]): Promise<Set<string>> {
	const ids = new Set<string>();
	const read = async (pageNumber: number): Promise<Page> => {
		const { body } = await client.send(GET`/api2/v1/async`.query({ pageNumber, pageSize: PAGE_SIZE }));
		const { content, totalPages } = asRecord(body);
		if (!Array.isArray(content)) {
			throw new PhraseError({ kind: 'unusable', message: 'The list of pending requests is no list' });
		}
		const before = ids.size;
		for (const { id } of asRecords(content)) ids.add(asText(id) ?? '');
		const count = asNumber(totalPages);
		// A server that does not know of pages gives the same again.
		return { count, isMore: ids.size > before && pageNumber + 1 < (count ?? Infinity) };
	};
	const first = await read(0);
	// The first page tells how many there are: one past the end could only fail.
	const filled = Math.min(Math.ceil(wanted.length / PAGE_SIZE), first.count ?? 1);
	const further = Array.from({ length: filled - 1 }, (_, index) => index + 1);
	const pages = [first, ...(await inParallel(further, PAGES_AT_ONCE, read))];
	let isMore = pages.every((page) => page.isMore);
	for (let page = pages.length; isMore && !wanted.every((id) => ids.has(id)); page++) {
		({ isMore } = await read(page));
	}
	return ids;
}

/** What a page of the list says of the others. */
interface Page {
	/** How many pages there are, when it says that. */
	count?: number;
	/** Whether there are further ones behind it. */
	isMore: boolean;
}
