/** Wait before the first look that found the work unfinished is repeated, in ms. */
export const FIRST_INTERVAL_MS = 500;
/** Bounds of the later intervals, in ms. */
const SHORTEST_INTERVAL_MS = 1_000;
const LONGEST_INTERVAL_MS = 15_000;
/** Share of the time elapsed that an interval lasts: short work is noticed soon, long work costs few requests. */
const SHARE_OF_ELAPSED = 0.16;

/**
 * Interval before the next look.
 * @param elapsedMs time since the first look, in ms
 * @returns ms
 */
export function nextInterval(elapsedMs: number): number {
	if (elapsedMs < FIRST_INTERVAL_MS) return FIRST_INTERVAL_MS;
	return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, elapsedMs * SHARE_OF_ELAPSED));
}
