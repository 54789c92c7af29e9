import { getAsyncRequest, isFinished, throwIfUnsuccessful } from '../phrase/asyncRequest';
import { pendingRequests } from '../phrase/pendingRequests';
import type { PhraseClient } from '../http/client.types';
import { PhraseError } from '../http/errors';
import { asText } from '../http/read';
import type { Call } from '../operation/operation';
import type { ByCallback } from './orByCallback';

interface Waiting {
	asyncRequestId: string;
}

/**
 * How asynchronous requests of TMS are waited for by callback. Several are looked at by one list of what is pending;
 * only a request's own state says that it has ended.
 * Source: getAsyncRequest, listPendingRequests.
 */
export function asyncRequestByCallback<V extends Waiting>(): ByCallback<V> {
	return {
		member: 'asyncRequestId',
		kind: 'asyncRequest',
		work: ({ asyncRequestId }) => ({ asyncRequestId }),
		look: async (call) => {
			const { asyncRequestId } = call.values;
			if (await isListed(asyncRequestId, call)) return undefined;
			const asyncRequest = await getAsyncRequest(asyncRequestId, call.client);
			if (!isFinished(asyncRequest)) return undefined;
			throwIfUnsuccessful(asyncRequest);
			return [{ json: { asyncRequestId, ...asyncRequest } }];
		},
		haveEnded: async (items, client) => {
			const ids = items.map(({ asyncRequestId }) => asText(asyncRequestId) ?? '');
			const pending = ids.length > 1 ? await listOrNone(client, ids) : undefined;
			if (pending !== undefined && ids.some((id) => pending.has(id))) return false;
			// What the list does not show is read by the node; the one that the callback is about, here.
			for (const id of pending === undefined ? ids : ids.slice(0, 1)) {
				if (!isFinished(await getAsyncRequest(id, client))) return false;
			}
			return true;
		},
	};
}

/** The lists of this process's runs, each read once and gone with its run. */
const lists = new WeakMap<PhraseClient, Promise<Set<string> | undefined>>();

/** Whether a request is known to be pending without reading it. After a callback all are read: they have ended. */
async function isListed(id: string, { client, itemCount, slept }: Call<unknown>): Promise<boolean> {
	if (itemCount === 1 || slept !== undefined) return false;
	const list = lists.get(client) ?? listOrNone(client);
	lists.set(client, list);
	return (await list)?.has(id) ?? false;
}

/** What is pending; undefined when Phrase refuses the list to this user. */
async function listOrNone(client: PhraseClient, wanted?: string[]): Promise<Set<string> | undefined> {
	try {
		return await pendingRequests(client, wanted);
	} catch (error) {
		if (error instanceof PhraseError && !error.isPassing) return undefined;
		throw error;
	}
}
