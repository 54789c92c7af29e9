import type { IDataObject } from 'n8n-workflow';
import { PhraseError } from '../http/errors';
import { wantsWaitDetails } from '../fields/waitOptions';
import type { Call } from '../operation/operation';
import { failedAfterStart, type StartedWork, type WorkKind } from '../operation/startedWork';
import { deadlineOf } from './deadline';
import { watchOf } from './watch';
import type { Seen } from './watch.types';

/** From when on a callback would have been the better choice, in ms. */
const LONG_WAIT_MS = 120_000;

/** What a wait by polling took. */
export interface Polling {
	/** How often the state of the work was looked at. */
	polls: number;
	elapsedMs: number;
}

/** Work that has ended well, and what it took to wait for that. */
export interface Ended<S> extends Polling {
	work: StartedWork;
	/** What Phrase says of it. */
	state: S;
}

/**
 * Waits by polling until work has ended. Others use the call's slot meanwhile.
 *
 * @param options.justStarted whether the answer that started it has just named it
 * @throws PhraseError about the work: when it ended without success, cannot be read, or goes on at the end of the item's
 * time
 */
export async function waitFor<S>(
	call: Call<unknown>,
	work: StartedWork,
	kind: WorkKind<S>,
	{ justStarted }: { justStarted: boolean },
): Promise<Ended<S>> {
	const watched = {
		look: kind.look.bind(kind, work),
		asyncRequestId: kind.asyncRequestId?.(work),
	};
	const options = { until: deadlineOf(call), signal: call.signal, justStarted };
	try {
		const seen = await call.slots.lend(async () => await watchOf(call.client).wait(watched, options));
		hintAtCallbacks(call, seen);
		if (!seen.ended) throw unfinished(work, seen);
		const { value: state, polls, elapsedMs } = seen;
		return { work, state, polls, elapsedMs };
	} catch (error) {
		call.signal.throwIfAborted();
		throw failedAfterStart(error, work, kind);
	}
}

/** Tells the user of callbacks when polling took long. */
export function hintAtCallbacks(call: Call<unknown>, { elapsedMs }: Polling): void {
	if (elapsedMs <= LONG_WAIT_MS) return;
	call.hint(
		'Phrase took more than 2 minutes. For work as long as that, callbacks are the better choice: with ' +
			"'Notify', Phrase wakes this execution or starts another workflow, and nothing runs in n8n until then.",
	);
}

/** What to tell when the time of a wait is over. */
function unfinished({ name }: StartedWork, seen: Seen<unknown> & { ended: false }): PhraseError {
	const seconds = Math.round(seen.elapsedMs / 1000);
	const { lastFailure } = seen;
	return new PhraseError({
		kind: 'timeLimit',
		message:
			lastFailure === undefined
				? `${name} is still running after ${seconds} s`
				: `The state of ${name} could not be read for the last part of ${seconds} s`,
		description: [
			lastFailure && `Last answer: ${lastFailure.message}. ${lastFailure.description ?? ''}`,
			"Raise the option 'Time Limit' to wait longer.",
		]
			.filter(Boolean)
			.join('\n'),
	});
}

/** What an item tells of the wait that led to it, unless the user does not want to know. */
export function waitDetails(values: unknown, ...waits: Polling[]): IDataObject {
	if (!wantsWaitDetails(values)) return {};
	const sum = (of: (wait: Polling) => number) => waits.reduce((total, wait) => total + of(wait), 0);
	const polls = sum((wait) => wait.polls);
	return { wait: { mode: 'polling', polls, elapsedMs: sum((wait) => wait.elapsedMs), callbacks: 0 } };
}
