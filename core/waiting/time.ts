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
	sleep: async (ms, signal) => {
		if (signal.aborted) return;
		await new Promise<void>((resolve) => {
			const end = () => {
				clearTimeout(timer);
				signal.removeEventListener('abort', end);
				resolve();
			};
			const timer = setTimeout(end, Math.min(ms, LONGEST_SLEEP_MS));
			signal.addEventListener('abort', end);
		});
	},
};

/** Why a sleep is cut short. Without a reason of its own, each abort would make an error with a stack. */
export const ENOUGH = 'enough';

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
		const ended = await Promise.race([value, time.sleep(ms, done.signal).then(() => undefined)]);
		if (ended === undefined) over.abort();
		return ended;
	} finally {
		done.abort(ENOUGH);
		value.catch(() => undefined);
	}
}
