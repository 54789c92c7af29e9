import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../../../../../core/http/client.types';
import { GET } from '../../../../../core/http/request';
import { pages } from '../../../../../core/http/pages';
import { timeOf } from './undelivered';

/** Most calls of one webhook that are read: 100 pages. */
export const MOST_CALLS = 5000;

/** What was read of the calls of a webhook. */
export interface RecentCalls {
	/** In any order; some may be older than asked for. */
	calls: IDataObject[];
	/** Whether they are all that there are since then. */
	complete: boolean;
	/** Whether the newest of all is among them. */
	includesNewest: boolean;
}

/**
 * Reads the calls of a webhook since a moment.
 *
 * Phrase keeps calls for 14 days and cannot leave out old ones. In which order they come is not documented, so it is
 * looked at: as long as they have come newest first, a page of nothing but old calls is the last one to read.
 * Otherwise all are read, up to `MOST_CALLS`.
 * Source: getWebhookCallsList, GET /api2/v1/webhooksCalls.
 *
 * @param since ms since 1970
 * @throws PhraseError when Phrase refuses the call
 */
export async function recentCalls(
	client: PhraseClient,
	webhookUid: string,
	since: number,
): Promise<RecentCalls> {
	// By UID: calls that are made meanwhile move others to the next page.
	const calls = new Map<unknown, IDataObject>();
	let oldest = Infinity;
	let newestFirst = true;
	let read = 0;
	let reachedOld = false;
	const request = GET`/api2/v1/webhooksCalls`.query({ webhookUid });
	for await (const { entries } of pages(client, request, MOST_CALLS)) {
		for (const call of entries) calls.set(call.uid, call);
		read += entries.length;
		const times = entries.map(timeOf);
		for (const time of times) {
			newestFirst &&= time <= oldest;
			oldest = Math.min(oldest, time);
		}
		reachedOld = newestFirst && times.every((time) => time < since);
		if (reachedOld) break;
	}
	const complete = reachedOld || read < MOST_CALLS;
	return { calls: [...calls.values()], complete, includesNewest: complete || newestFirst };
}
