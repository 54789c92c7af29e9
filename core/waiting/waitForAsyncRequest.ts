import type { IDataObject } from 'n8n-workflow';
import { stillRunning, throwIfUnsuccessful } from '../phrase/asyncRequest';
import type { PollResult } from '../concurrency/poll';
import { sharedPolling } from './sharedPolling';
import { startGate } from './startGate';
import { timeLimitMs, wantsWaitDetails } from '../fields/waitOptions';
import type { PhraseResponse } from '../http/client.types';
import type { PhraseRequest } from '../http/request';
import type { Call } from '../operation/operation';

/** From when on a callback would have been the better choice, in ms. */
const LONG_WAIT_MS = 120_000;

/** What a wait by polling took. */
export interface Polling {
	/** How often the state of the work was looked at. */
	polls: number;
	elapsedMs: number;
}

/** An asynchronous request that ended well, and what it took to wait for that. */
export interface Finished extends Polling {
	asyncRequest: IDataObject;
}

/** Longest time that a call may wait by polling, in ms. */
export function limitMs({ values, longestWaitMs }: Call<unknown>): number {
	return Math.min(timeLimitMs(values), longestWaitMs);
}

/**
 * Waits by polling on behalf of a call, whose slot others can use meanwhile.
 * @param wait polls
 */
export async function waiting<R extends PollResult<unknown>>(
	call: Call<unknown>,
	wait: (options: { limitMs: number; signal: AbortSignal }) => Promise<R>,
): Promise<R> {
	const result = await call.slots.lend(
		async () => await wait({ limitMs: limitMs(call), signal: call.signal }),
	);
	if (result.elapsedMs > LONG_WAIT_MS) {
		call.hint(
			'Phrase took more than 2 minutes. For work as long as that, callbacks are the better choice: with ' +
				"'Notify', Phrase wakes this execution or starts another workflow, and nothing runs in n8n until then.",
		);
	}
	return result;
}

/**
 * Waits by polling until an asynchronous request of Phrase TMS has ended; all that wait in a run share their polling.
 *
 * @param id the asyncRequestId
 * @param options.justStarted whether the answer that started it has just named the id
 * @throws PhraseError when the request ended with an error code, or has not ended within the time limit
 */
export async function waitForAsyncRequest(
	call: Call<unknown>,
	id: string,
	{ justStarted }: { justStarted: boolean },
): Promise<Finished> {
	const result = await waiting(
		call,
		async (options) => await sharedPolling(call.client).wait(id, { ...options, justStarted }),
	);
	const { polls, elapsedMs } = result;
	if (!result.ended) throw stillRunning(`Asynchronous request ${id}`, elapsedMs);
	throwIfUnsuccessful(result.value);
	return { asyncRequest: result.value, polls, elapsedMs };
}

/** What an item tells of the wait that led to it, unless the user does not want to know. */
export function waitDetails(values: unknown, ...waits: Polling[]): IDataObject {
	if (!wantsWaitDetails(values)) return {};
	const sum = (of: (wait: Polling) => number) => waits.reduce((total, wait) => total + of(wait), 0);
	const polls = sum((wait) => wait.polls);
	return { wait: { mode: 'polling', polls, elapsedMs: sum((wait) => wait.elapsedMs), callbacks: 0 } };
}

/**
 * Sends a request that starts work which Phrase counts against its limit of asynchronous requests, as soon as there is
 * room.
 *
 * @param request makes the request; called again when Phrase had no room for it
 * @throws PhraseError when Phrase refuses it, or has no room within the time limit
 */
export async function start(
	call: Call<unknown>,
	request: () => PhraseRequest = call.request,
): Promise<PhraseResponse> {
	return await startGate(call.client).start(
		async () => await call.client.send(request()),
		{
			signal: call.signal,
			limitMs: limitMs(call),
			onFull: (limit) =>
				call.hint(
					`Phrase allows ${limit} asynchronous requests at the same time, and so many were pending. ` +
						'Further ones were started when others had ended.',
				),
		},
		async (wait) => await call.slots.lend(wait),
	);
}
