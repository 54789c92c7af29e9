import { setTimeout as delay } from 'node:timers/promises';

/** Longest time that a timer of Node.js takes, in ms. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

/** What time is, so that a simulation can stand in for it. */
export interface Time {
	/** ms on a clock that only goes forward; it says nothing about the date. */
	now(): number;
	/** Waits, `Infinity` included; the signal cuts that short. Never rejects. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** The time of this process. Whoever sets the clock of the machine changes nothing. */
export const realTime: Time = {
	now: () => performance.now(),
	sleep: async (ms, signal) =>
		await delay(Math.min(ms, LONGEST_SLEEP_MS), undefined, { signal }).catch(() => undefined),
};

/** Does some work within a time; undefined when it has not ended by then. */
export async function within<T>(
	ms: number,
	work: (signal: AbortSignal) => Promise<T>,
	time: Time = realTime,
): Promise<{ value: T } | undefined> {
	const over = new AbortController();
	const done = new AbortController();
	const value = work(over.signal).then((result) => ({ value: result }));
	try {
		return await Promise.race([value, time.sleep(ms, done.signal).then(() => undefined)]);
	} finally {
		done.abort();
		over.abort();
		value.catch(() => undefined);
	}
}
