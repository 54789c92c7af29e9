import { setImmediate as turn } from 'node:timers/promises';

/** Waits for a condition that something else in this process brings about; the test's own time-out is the limit. */
export async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await turn();
}
