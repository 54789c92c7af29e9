import type { Comparison } from './result';
import { ratiosOf, spreadOf } from './stats';

/**
 * The samples of a contender.
 * @throws Error when it has not run
 */
export function samplesOf({ name, rows }: Comparison, contender: string): number[] {
	const row = rows.find((one) => one.contender === contender);
	if (row === undefined) throw new Error(`'${contender}' did not run in '${name}'`);
	return row.samples;
}

/** The median of a contender's samples. */
export function medianOf(comparison: Comparison, contender: string): number {
	return spreadOf(samplesOf(comparison, contender)).median;
}

/** The median of the ratios of two contenders, round by round. */
export function ratioOf(comparison: Comparison, contender: string, reference: string): number {
	return ratiosOf(samplesOf(comparison, contender), samplesOf(comparison, reference)).median;
}

/** A further fact of a contender. */
export function factOf({ rows }: Comparison, contender: string, fact: string): number {
	return rows.find((one) => one.contender === contender)?.facts[fact] ?? NaN;
}
