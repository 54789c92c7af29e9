import { sleepLimitMs, waitMode } from '../fields/waitMode';
import { waitOptions, wantsWaitDetails, withTimeLimit } from '../fields/waitOptions';
import { shownWhen } from '../fields/field';
import type { PhraseClient } from '../http/client.types';
import { PhraseError } from '../http/errors';
import type { Call, CallbackWait, Ending, Outcome, OutputItem } from '../operation/operation';
import { failedAfterStart, type StartedWork, type WorkKind } from '../operation/startedWork';
import { StillPending } from '../operation/stillPending';
import { deadlineOf } from '../waiting/deadline';
import { watchOf } from '../waiting/watch';
import type { Seen } from '../waiting/watch.types';

/**
 * How work is waited for by callback.
 *
 * @typeParam V values of the operation
 * @typeParam S what Phrase says of work that has ended
 */
export interface ByCallback<V, S> extends CallbackWait {
	workKind: WorkKind<S>;
	/** The work that an item waits for. */
	work: (values: V) => StartedWork;
	/**
	 * What an item gives whose work has ended.
	 * @throws PhraseError when it ended badly
	 */
	item: (work: StartedWork, state: S, values: V) => OutputItem;
	/** What to tell of work of which a callback said that it failed, where only callbacks tell. */
	toldFailure?: (work: StartedWork, words: string) => PhraseError;
}

/** Waits by polling, or lets the execution sleep until Phrase calls back, as the user chooses. */
export function orByCallback<V, S>(polling: Ending<V>, callback: ByCallback<V, S>): Ending<V> {
	return {
		...polling,
		fields: { ...polling.fields, ...waitMode.fields },
		options: { ...polling.options, timeLimit: shownWhen({ '/mode': ['polling'] }, waitOptions.timeLimit) },
		callback,
		handsOn: true,
		run: async (calls) => {
			const limitMs = sleepLimitMs(calls[0]?.values);
			if (limitMs === undefined) return await polling.run(calls);
			return await Promise.all(
				calls.map(async (call) =>
					call.awaitsCallback || call.slept !== undefined
						? await endedOrPending(call, callback, limitMs)
						: await polled(call, polling, { callback, limitMs }),
				),
			);
		},
	};
}

/**
 * Waits by polling, for as long as the execution was to sleep: nobody would wake it. When the time is over, the item
 * comes out as it does after a sleep.
 * @throws PhraseError about the work, when it ended badly or cannot be read
 */
async function polled<V, S>(
	call: Call<V>,
	polling: Ending<V>,
	{ callback, limitMs }: { callback: ByCallback<V, S>; limitMs: number },
): Promise<Outcome> {
	call.hint(
		'Phrase does not call this execution back about all of its items, so the node asked again and again, and did not ' +
			"sleep. Start the work in the same execution, with 'Notify' set to 'This Execution', and let the items keep " +
			"'wakesExecution', which says so.",
	);
	const failed = (error: unknown): never => {
		throw error;
	};
	try {
		const [outcome = []] = await polling.run([
			{ ...call, values: withTimeLimit(call.values, limitMs), failed },
		]);
		return outcome;
	} catch (error) {
		if (!(error instanceof PhraseError) || error.kind !== 'timeLimit') throw error;
		// The time is over now: there is nothing left to sleep.
		return new StillPending(callback.work(call.values).about, Date.now() - call.begun);
	}
}

/**
 * Looks at the work of an item. As long as Phrase cannot tell for the moment, it is taken for work that goes on.
 * @throws PhraseError about the work, when it ended badly or cannot be read
 */
async function endedOrPending<V, S>(
	call: Call<V>,
	callback: ByCallback<V, S>,
	limitMs: number,
): Promise<Outcome> {
	const work = callback.work(call.values);
	try {
		const seen = await look(call, callback, work);
		if (!seen.ended || seen.value === 'goesOn') return new StillPending(work.about, limitMs);
		return [told(callback.item(work, seen.value.state, call.values), call)];
	} catch (error) {
		call.signal.throwIfAborted();
		throw failedAfterStart(error, work, callback.workKind);
	}
}

/**
 * Looks once before the execution goes to sleep, since a callback will come. The callback that has woken it does not
 * come again: then it looks until Phrase can tell, or the item's time is over.
 */
async function look<V, S>(
	call: Call<V>,
	{ workKind, toldFailure }: ByCallback<V, S>,
	work: StartedWork,
): Promise<Seen<{ state: S } | 'goesOn'>> {
	const { client, signal, slept, slots } = call;
	const isWoken = slept !== undefined;
	const watched = {
		look: async (lookingClient: PhraseClient) => {
			const state = await workKind.look(work, lookingClient);
			if (state !== undefined) return { state };
			if (slept?.failure !== undefined && toldFailure !== undefined) throw toldFailure(work, slept.failure);
			return isWoken ? ('goesOn' as const) : undefined;
		},
		// After a callback all are read: they have ended, so the list of what is pending would tell nothing.
		asyncRequestId: isWoken ? undefined : workKind.asyncRequestId?.(work),
	};
	const until = isWoken ? deadlineOf(call) : performance.now();
	return await slots.lend(async () => await watchOf(client).wait(watched, { until, signal }));
}

/** Says in the item how it was waited for, unless the user does not want to know. */
function told<V>(item: OutputItem, { values, slept, begun }: Call<V>): OutputItem {
	if (!wantsWaitDetails(values)) return item;
	const wait = {
		mode: 'callback',
		ended: true,
		timedOut: false,
		callbacks: slept?.callbacks ?? 0,
		elapsedMs: Date.now() - (slept === undefined ? begun : Date.parse(slept.since)),
	};
	return { ...item, json: { ...item.json, wait } };
}
