import type { PhraseClient } from '../../../../../core/http/client.types';
import { pages } from '../../../../../core/http/pages';
import { listCalls, readCall, type WebhookCall } from '../../../../../core/phrase/webhooks/webhookCall';
import { NewestFirst } from '../../../../../core/phrase/webhooks/newestFirst';

/** Most calls of one webhook that are read: 100 pages. */
export const MOST_CALLS = 5000;

/** What was read of the calls of a webhook. */
export interface RecentCalls {
	/** In any order; some may be older than asked for. */
	calls: WebhookCall[];
	/** Whether they are all that there are since then. */
	complete: boolean;
	/** Whether the newest of all is among them. */
	includesNewest: boolean;
}

/**
 * Reads the calls of a webhook since a moment.
 *
 * Phrase keeps calls for 14 days and cannot leave out old ones. As long as they have come newest first, a page of
 * nothing but old calls is the last one to read. Otherwise all are read, up to `MOST_CALLS`.
 *
 * @param since seconds since 1970
 * @throws PhraseError when Phrase refuses the call
 */
export async function recentCalls(
	client: PhraseClient,
	webhookUid: string,
	since: number,
): Promise<RecentCalls> {
	// By UID: calls that are made meanwhile move others to the next page.
	const calls = new Map<string, WebhookCall>();
	const order = new NewestFirst();
	let read = 0;
	let reachedOld = false;
	for await (const { entries } of pages(client, listCalls({ webhookUid }), MOST_CALLS)) {
		const page = entries.map(readCall);
		for (const call of page) {
			calls.set(call.uid, call);
			order.add(call.madeAt);
		}
		read += page.length;
		reachedOld = order.holds && page.every(({ madeAt }) => madeAt < since);
		if (reachedOld) break;
	}
	const complete = reachedOld || read < MOST_CALLS;
	return { calls: [...calls.values()], complete, includesNewest: complete || order.holds };
}
