import { asText } from '../http/read';
import type { PhraseClient } from '../http/client.types';
import { GET } from '../http/request';
import { pages } from '../http/pages';

/**
 * Reads which asynchronous requests of the signed-in user go on. Only those that were started through the API are in
 * the list, so one that is missing there need not have ended.
 * Source: listPendingRequests, GET /api2/v1/async.
 *
 * @returns their ids
 * @throws PhraseError when the list cannot be read
 */
export async function pendingRequests(client: PhraseClient): Promise<Set<string>> {
	const ids = new Set<string>();
	for await (const { entries } of pages(client, GET`/api2/v1/async`, Infinity)) {
		for (const { id } of entries) ids.add(asText(id) ?? '');
	}
	return ids;
}
