/** What several measurements of the same thing come to. */
export interface Spread {
	median: number;
	least: number;
	most: number;
}

/**
 * Median and range.
 * @throws Error when there is nothing to sum up
 */
export function spreadOf(samples: readonly number[]): Spread {
	const sorted = [...samples].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [least, low, high, most] = [0, Math.ceil(middle) - 1, Math.floor(middle), sorted.length - 1].map(
		(index) => sorted[index],
	);
	if (least === undefined || low === undefined || high === undefined || most === undefined)
		throw new Error('There are no samples');
	return { median: (low + high) / 2, least, most };
}

/** The ratios of two series, round by round. */
export function ratiosOf(samples: readonly number[], reference: readonly number[]): Spread {
	return spreadOf(samples.map((sample, round) => sample / (reference[round] ?? NaN)));
}
