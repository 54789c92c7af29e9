import type { Ending } from '../operation/operation';

/**
 * Splits the items of a run into those that are sent together.
 * Without a pack in the ending each item goes alone.
 */
export function packs<E extends { values: Record<string, unknown> }>(
	{ pack }: Ending<Record<string, unknown>>,
	entries: E[],
): E[][] {
	if (pack === undefined) return entries.map((entry) => [entry]);
	const open = new Map<string, E[]>();
	const all: E[][] = [];
	for (const entry of entries) {
		const key = pack.key(entry.values);
		let current = open.get(key);
		if (current === undefined || current.length >= pack.size) {
			current = [];
			open.set(key, current);
			all.push(current);
		}
		current.push(entry);
	}
	return all;
}
