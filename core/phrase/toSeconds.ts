/** Numbers from here on are milliseconds: as seconds they would lie thousands of years ahead. */
const LEAST_MILLISECONDS = 1e11;

/**
 * Reads a time of Phrase, which writes some as ISO 8601 and others as a number.
 * @returns seconds since 1970; undefined when it is no time
 */
export function toSeconds(time: unknown): number | undefined {
	if (typeof time === 'number') return time < LEAST_MILLISECONDS ? time : time / 1000;
	const parsed = typeof time === 'string' ? Date.parse(time) : NaN;
	return Number.isNaN(parsed) ? undefined : parsed / 1000;
}
