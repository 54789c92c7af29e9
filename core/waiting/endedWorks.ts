import type { PhraseClient } from '../http/client.types';
import { PhraseError } from '../http/errors';
import type { StartedWork, WorkKind } from '../operation/startedWork';
import { pendingRequests } from '../phrase/pendingRequests';

/**
 * Looks, with as few calls as possible, whether all works have ended, well or not. Several asynchronous requests are
 * looked at by one list of what is pending; only a request's own state says that it has ended.
 * Source: listPendingRequests, GET /api2/v1/async.
 *
 * @param works the one that a callback is about first
 * @returns what Phrase says of those that were looked at by themselves and have ended well, by their place in the list;
 * undefined when one of them goes on
 * @throws PhraseError when that cannot be told for the moment
 */
export async function endedWorks<S>(
	works: readonly StartedWork[],
	kind: WorkKind<S>,
	client: PhraseClient,
): Promise<Map<number, S> | undefined> {
	const pending = await pendingAmong(works, kind, client);
	if (pending !== undefined && pending.size > 0) return undefined;
	// What the list does not show is looked at by the node; the one that the callback is about, here.
	const alone = pending === undefined ? works : works.slice(0, 1);
	const states = new Map<number, S>();
	for (const [index, work] of alone.entries()) {
		const seen = await look(work, kind, client);
		if (seen === 'goesOn') return undefined;
		if (seen !== 'failed') states.set(index, seen.state);
	}
	return states;
}

/** The works that the list of what is pending shows; undefined when it would not tell, or Phrase refuses it. */
async function pendingAmong(
	works: readonly StartedWork[],
	kind: WorkKind<unknown>,
	client: PhraseClient,
): Promise<Set<string> | undefined> {
	const ids = works.flatMap((work) => kind.asyncRequestId?.(work) ?? []);
	if (works.length < 2 || ids.length < works.length) return undefined;
	try {
		const pending = await pendingRequests(client, ids);
		return new Set(ids.filter((id) => pending.has(id)));
	} catch (error) {
		if (error instanceof PhraseError && !error.isPassing) return undefined;
		throw error;
	}
}

/** Looks at one work. What Phrase does not show to this credential has failed as well: the node tells the user. */
async function look<S>(
	work: StartedWork,
	kind: WorkKind<S>,
	client: PhraseClient,
): Promise<{ state: S } | 'goesOn' | 'failed'> {
	try {
		const state = await kind.look(work, client);
		return state === undefined ? 'goesOn' : { state };
	} catch (error) {
		if (error instanceof PhraseError && (error.kind === 'workFailed' || error.kind === 'refused'))
			return 'failed';
		throw error;
	}
}
