import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two looks at a condition. */
const PAUSE_MS = 100;

/**
 * Looks again and again until the probe has an answer.
 *
 * @param what the awaited thing, for the error: `until('the execution has ended', …)`
 * @param deadlineMs milliseconds after which waiting ends with an error
 * @param probe gives the answer, or undefined when it is not there yet
 * @param state describes what the probe saw last, for the error
 * @throws when the deadline passes, or whatever the probe throws
 */
export async function until<T>(
	what: string,
	deadlineMs: number,
	probe: () => Promise<T | undefined> | T | undefined,
	state?: () => string,
): Promise<T> {
	const deadline = Date.now() + deadlineMs;
	for (;;) {
		const answer = await probe();
		if (answer !== undefined) return answer;
		if (Date.now() >= deadline) {
			const seen = state === undefined ? '' : ` (${state()})`;
			throw new Error(`Waited ${deadlineMs / 1000} s until ${what}, in vain${seen}`);
		}
		await delay(PAUSE_MS);
	}
}
