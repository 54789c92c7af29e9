import { PhraseError } from '../http/errors';
import { asText } from '../http/read';
import type { PhraseClient } from '../http/client.types';
import { GET } from '../http/request';
import { pages } from '../http/pages';

/**
 * Reads which asynchronous requests of the signed-in user go on. Only those that were started through the API are in
 * the list, so one that is missing there need not have ended.
 * Source: listPendingRequests, GET /api2/v1/async.
 *
 * @param wanted ids to look for: no more pages are read than it takes to find all of them; all pages when left out
 * @returns the ids of what goes on
 * @throws PhraseError when the list cannot be read
 */
export async function pendingRequests(client: PhraseClient, wanted?: string[]): Promise<Set<string>> {
	const ids = new Set<string>();
	for await (const { answer, entries } of pages(client, GET`/api2/v1/async`, Infinity)) {
		if (!Array.isArray(answer.content)) {
			throw new PhraseError({ kind: 'unusable', message: 'The list of pending requests is no list' });
		}
		for (const { id } of entries) ids.add(asText(id) ?? '');
		if (wanted?.every((id) => ids.has(id))) break;
	}
	return ids;
}
