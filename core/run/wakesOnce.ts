/** How long n8n may take to note that an execution is awake, in ms. */
const SETTLING_MS = 10_000;

/** When which sleep was ended by this process, in ms of a clock that nobody sets. */
const woken = new Map<string, number>();

/**
 * Lets only one of several callbacks that arrive at the same moment wake an execution. By itself, n8n 2 does
 * so in its database, and answers the others with 500. But n8n 1 would run the execution several times. What
 * is remembered here is about callbacks in the same process, and may be lost without harm.
 *
 * @param sleep the sleep to end, see `sleepIn`
 * @returns whether the execution is to be woken
 */
export function wakesOnce(sleep: string): boolean {
	const now = performance.now();
	for (const [other, at] of woken) if (now - at > SETTLING_MS) woken.delete(other);
	if (woken.has(sleep)) return false;
	woken.set(sleep, now);
	return true;
}

/** Whether this process has just woken it, so that there is nothing to ask Phrase about. */
export function isAwake(sleep: string): boolean {
	return performance.now() - (woken.get(sleep) ?? -Infinity) <= SETTLING_MS;
}
