import { setTimeout as delay } from 'node:timers/promises';

/** Wait before the first look that found the work unfinished is repeated, in ms. */
export const FIRST_INTERVAL_MS = 500;
/** Bounds of the later intervals, in ms. */
const SHORTEST_INTERVAL_MS = 1_000;
const LONGEST_INTERVAL_MS = 15_000;
/** Share of the time elapsed that an interval lasts: short work is noticed soon, long work costs few requests. */
const SHARE_OF_ELAPSED = 0.2;

/** How long polling goes on when the user does not say, in minutes. */
export const DEFAULT_TIME_LIMIT_MINUTES = 30;

/**
 * Interval before the next look.
 * @param elapsedMs time since the first look, in ms
 * @returns ms
 */
export function nextInterval(elapsedMs: number): number {
	if (elapsedMs < FIRST_INTERVAL_MS) return FIRST_INTERVAL_MS;
	return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, elapsedMs * SHARE_OF_ELAPSED));
}

/** What looking repeatedly came to, and what it took. */
export type PollResult<T> = ({ ended: true; value: T } | { ended: false }) & {
	/** How often was looked. */
	polls: number;
	elapsedMs: number;
};

/**
 * Looks at once, then again at growing intervals, until the work has ended or the time is up.
 *
 * @param look tells the result, or undefined while the work goes on
 * @param options.limitMs longest time to wait, in ms; the last look is at the limit
 * @param options.signal stops the wait within a moment
 * @throws the signal's reason, and whatever `look` throws
 */
export async function poll<T>(
	look: () => Promise<T | undefined>,
	{ limitMs, signal }: { limitMs: number; signal: AbortSignal },
): Promise<PollResult<T>> {
	const start = Date.now();
	for (let polls = 1; ; polls++) {
		signal.throwIfAborted();
		const value = await look();
		const elapsedMs = Date.now() - start;
		if (value !== undefined) return { ended: true, value, polls, elapsedMs };
		if (elapsedMs >= limitMs) return { ended: false, polls, elapsedMs };
		await pause(Math.min(nextInterval(elapsedMs), limitMs - elapsedMs), signal);
	}
}

/** Waits, unless the signal says to stop. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
	try {
		await delay(ms, undefined, { signal });
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	}
}
