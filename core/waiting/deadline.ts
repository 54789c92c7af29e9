import { timeLimitMs } from '../fields/waitOptions';
import type { Call } from '../operation/operation';

/** Longest time that an item may take for all its waits, in ms. */
export function limitMs({ values, longestWaitMs }: Call<unknown>): number {
	return Math.min(timeLimitMs(values), longestWaitMs);
}

/**
 * When the time of an item is over: one deadline for all that it waits for, from its first call on.
 * @returns ms on the clock of `performance.now()`
 */
export function deadlineOf(call: Call<unknown>): number {
	return call.since + limitMs(call);
}

/** Whether the time of an item is over. */
export function isOver(call: Call<unknown>): boolean {
	return performance.now() >= deadlineOf(call);
}
