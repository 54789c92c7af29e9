import type { IDataObject } from 'n8n-workflow';
import { sleepLimitMs, waitMode } from '../fields/waitMode';
import { waitOptions, wantsWaitDetails } from '../fields/waitOptions';
import { shownWhen } from '../fields/field';
import type { Call, CallbackWait, Ending, Part } from '../operation/operation';
import { StillPending } from '../operation/stillPending';

/** How work is waited for by callback. */
export interface ByCallback<V> extends CallbackWait {
	/** The members that name the work an item waits for. */
	work: (values: V) => IDataObject;
	/**
	 * Looks once.
	 * @returns what the item gives when the work has ended; undefined while it goes on
	 * @throws PhraseError when it ended badly, or cannot be read
	 */
	look: (call: Call<V>) => Promise<Part[] | undefined>;
}

/** Waits by polling, or lets the execution sleep until Phrase calls back, as the user chooses. */
export function orByCallback<V>(polling: Ending<V>, callback: ByCallback<V>): Ending<V> {
	return {
		...polling,
		fields: { ...polling.fields, ...waitMode.fields },
		options: { ...polling.options, timeLimit: shownWhen({ '/mode': ['polling'] }, waitOptions.timeLimit) },
		callback,
		run: async (calls) => {
			const limitMs = sleepLimitMs(calls[0]?.values);
			if (limitMs === undefined) return await polling.run(calls);
			return await Promise.all(
				calls.map(async (call) => {
					const ended = await callback.look(call);
					return (
						ended?.map((part) => told(part, call)) ?? new StillPending(callback.work(call.values), limitMs)
					);
				}),
			);
		},
	};
}

/** Says in the item how it was waited for, unless the user does not want to know. */
function told<V>(part: Part, { values, slept, begun }: Call<V>): Part {
	if (part instanceof Error || !wantsWaitDetails(values)) return part;
	const wait = {
		mode: 'callback',
		ended: true,
		timedOut: false,
		callbacks: slept?.callbacks ?? 0,
		elapsedMs: Date.now() - (slept === undefined ? begun : Date.parse(slept.since)),
	};
	return { ...part, json: { ...part.json, wait } };
}
