import { setImmediate as turn } from 'node:timers/promises';

/** How long a condition may take, in ms: longer than any test that waits for one, so that their own limit comes first. */
const LONGEST_MS = 60_000;

/**
 * Waits for a condition that something else in this process brings about. The test's own time-out is the limit.
 * @throws Error when the test is long over, so that a run ends whose test has failed
 */
export async function until(condition: () => boolean): Promise<void> {
	const deadline = performance.now() + LONGEST_MS;
	while (!condition()) {
		if (performance.now() > deadline) throw new Error('The condition was waited for in vain');
		await turn();
	}
}
