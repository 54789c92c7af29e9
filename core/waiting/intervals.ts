/** Wait before the first look that found the work unfinished is repeated, in ms. */
export const FIRST_INTERVAL_MS = 500;
/** Bounds of the later intervals, in ms. */
export const SHORTEST_INTERVAL_MS = 700;
const LONGEST_INTERVAL_MS = 15_000;
/** Share of the time elapsed that an interval lasts: short work is noticed soon, long work costs few requests. */
const SHARE_OF_ELAPSED = 0.17;
/** For how many works one look has to be until it may come sooner, and how much sooner at most. */
const FEW = 60;
const MUCH_SOONER = 3;

/**
 * Interval before the next look.
 * @param elapsedMs time since the first look, in ms
 * @param sooner how much sooner it may come, as `soonerFor` says
 * @returns ms
 */
export function nextInterval(elapsedMs: number, sooner = 1): number {
	if (elapsedMs < FIRST_INTERVAL_MS) return FIRST_INTERVAL_MS;
	const interval = Math.max(SHORTEST_INTERVAL_MS, elapsedMs * SHARE_OF_ELAPSED) / sooner;
	return Math.min(LONGEST_INTERVAL_MS, interval);
}

/** How much sooner a look comes that tells of many works: it costs few requests for each of them. */
export function soonerFor(works: number): number {
	return Math.min(MUCH_SOONER, Math.max(1, works / FEW));
}
