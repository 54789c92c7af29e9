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
 * @param wanted ids to look for: as many pages as they fill are read, several at once, and further ones as long as some
 * of them are missing
 * @returns the ids of what goes on
 * @throws PhraseError when the list cannot be read
 */
export async function pendingRequests(client: PhraseClient, wanted: string[]): Promise<Set<string>> {
	const ids = new Set<string>();
	/** @returns whether there are further pages */
	const read = async (pageNumber: number): Promise<boolean> => {
		const { body } = await client.send(GET`/api2/v1/async`.query({ pageNumber, pageSize: PAGE_SIZE }));
		const { content, totalPages } = asRecord(body);
		if (!Array.isArray(content)) {
			throw new PhraseError({ kind: 'unusable', message: 'The list of pending requests is no list' });
		}
		const before = ids.size;
		for (const { id } of asRecords(content)) ids.add(asText(id) ?? '');
		// A server that does not know of pages gives the same again.
		return ids.size > before && pageNumber + 1 < (asNumber(totalPages) ?? Infinity);
	};
	const filled = Math.max(1, Math.ceil(wanted.length / PAGE_SIZE));
	const further = await inParallel([...Array(filled).keys()], PAGES_AT_ONCE, read);
	let isMore = further.every(Boolean);
	for (let page = filled; isMore && !wanted.every((id) => ids.has(id)); page++) isMore = await read(page);
	return ids;
}
