import type { IDataObject } from 'n8n-workflow';
import { getAsyncRequest, isFinished } from '../phrase/asyncRequest';
import { pendingRequests } from '../phrase/pendingRequests';
import type { PhraseClient } from '../http/client.types';
import { PhraseError } from '../http/errors';
import { asText } from '../http/read';
import { asyncRequestWork } from '../waiting/asyncRequestWork';
import { finishedItem, givenAsyncRequest, GO_ON } from './awaitedAsyncRequest';
import type { ByCallback } from './orByCallback';

/**
 * How asynchronous requests of TMS are waited for by callback. Several are looked at by one list of what is pending;
 * only a request's own state says that it has ended.
 * Source: getAsyncRequest, listPendingRequests.
 */
export function asyncRequestByCallback<V extends { asyncRequestId: string }>(): ByCallback<V, IDataObject> {
	return {
		member: 'asyncRequestId',
		kind: 'asyncRequest',
		workKind: asyncRequestWork(GO_ON),
		work: ({ asyncRequestId }) => givenAsyncRequest(asyncRequestId),
		item: finishedItem,
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

/** What is pending; undefined when Phrase refuses the list to this user. */
async function listOrNone(client: PhraseClient, wanted: string[]): Promise<Set<string> | undefined> {
	try {
		return await pendingRequests(client, wanted);
	} catch (error) {
		if (error instanceof PhraseError && !error.isPassing) return undefined;
		throw error;
	}
}
