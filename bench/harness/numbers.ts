import type { Spread } from './stats';

/** A figure with three digits that count, and separators of thousands. */
export function figure(value: number): string {
	const size = Math.abs(value);
	const digits = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : 2;
	return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Median and range, such as `12.3 (11.9 to 14.0)`. */
export function spreadInWords({ median, least, most }: Spread): string {
	return least === most ? figure(median) : `${figure(median)} (${figure(least)} to ${figure(most)})`;
}
