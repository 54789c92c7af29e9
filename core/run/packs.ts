import type { Ending } from '../operation/operation';

/** Items that are sent together. */
type Pack<E> = [E, ...E[]];

/**
 * Splits the items of a run into those that are sent together: always as one account.
 * Without a pack in the ending each item goes alone.
 */
export function packs<E extends { values: Record<string, unknown>; credential: object }>(
	{ pack }: Ending<Record<string, unknown>>,
	entries: E[],
): Array<Pack<E>> {
	if (pack === undefined) return entries.map((entry) => [entry]);
	const openByCredential = new Map<object, Map<string, Pack<E>>>();
	const all: Array<Pack<E>> = [];
	for (const entry of entries) {
		const key = pack.key(entry.values);
		const open = openByCredential.get(entry.credential) ?? new Map<string, Pack<E>>();
		openByCredential.set(entry.credential, open);
		const current = open.get(key);
		if (current !== undefined && current.length < pack.size) {
			current.push(entry);
		} else {
			const begun: Pack<E> = [entry];
			open.set(key, begun);
			all.push(begun);
		}
	}
	return all;
}
