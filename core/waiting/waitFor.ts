import type { IDataObject } from 'n8n-workflow';
import { endingWith } from '../http/client';
import type { PhraseClient } from '../http/client.types';
import { PhraseError, toPhraseError } from '../http/errors';
import { wantsWaitDetails } from '../fields/waitOptions';
import type { Call } from '../operation/operation';
import { failedAfterStart, type StartedWork, type WorkKind } from '../operation/startedWork';
import { deadlineOf } from './deadline';
import { within } from './time';
import { watchOf } from './watch';
import type { Seen } from './watch.types';

/** From when on a callback would have been the better choice, in ms. */
const LONG_WAIT_MS = 120_000;

/** What a wait took. */
export interface Polling {
	/** How often the state of the work was looked at. */
	polls: number;
	elapsedMs: number;
	/** How many callbacks woke the execution; undefined when it kept running. */
	callbacks?: number;
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
		if (!seen.ended) throw await unfinished(call, work, kind, seen);
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
		"Phrase took more than 2 minutes. For work as long as that, choose 'Sleep Until Phrase Calls Back' in 'While " +
			"Waiting': nothing runs in n8n until then.",
	);
}

/** How long Phrase may take for its last word, in ms. */
const LONGEST_LAST_WORD_MS = 10_000;

/** What to tell when the time of a wait is over. */
async function unfinished<S>(
	{ client }: Call<unknown>,
	work: StartedWork,
	kind: WorkKind<S>,
	{ elapsedMs, lastFailure }: Seen<S> & { ended: false },
): Promise<PhraseError> {
	const seconds = Math.round(elapsedMs / 1000);
	const quoted = lastFailure ?? (await lastWord(client, work, kind));
	const name = work.name.charAt(0).toLowerCase() + work.name.slice(1);
	return new PhraseError({
		kind: 'timeLimit',
		message:
			quoted === undefined
				? `${work.name} is still running after ${seconds} s`
				: `Phrase does not say, after ${seconds} s, that ${name} has ended`,
		description: [
			quoted && `The last answer: ${quoted.message}. ${quoted.description ?? ''}`.trim(),
			"Raise the option 'Time Limit' to wait longer.",
		]
			.filter(Boolean)
			.join('\n'),
	});
}

async function lastWord<S>(
	client: PhraseClient,
	work: StartedWork,
	kind: WorkKind<S>,
): Promise<PhraseError | undefined> {
	const word = await within(LONGEST_LAST_WORD_MS, async (signal) => {
		return await kind.lastWord?.(work, endingWith(client, signal)).catch(toPhraseError);
	});
	return word?.value;
}

/** What an item tells of the wait that led to it, unless the user does not want to know. */
export function waitDetails(values: unknown, ...waits: Polling[]): IDataObject {
	if (!wantsWaitDetails(values)) return {};
	const sum = (of: (wait: Polling) => number) => waits.reduce((total, wait) => total + of(wait), 0);
	const elapsedMs = sum((wait) => wait.elapsedMs);
	const callbacks = waits.find((wait) => wait.callbacks !== undefined)?.callbacks;
	if (callbacks !== undefined)
		return { wait: { mode: 'callback', ended: true, timedOut: false, callbacks, elapsedMs } };
	return { wait: { mode: 'polling', polls: sum((wait) => wait.polls), elapsedMs, callbacks: 0 } };
}
