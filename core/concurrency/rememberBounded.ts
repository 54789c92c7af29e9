/**
 * Puts a value into a map at its end, and drops the one at its beginning when there are too many.
 *
 * @param most entries at most
 */
export function rememberBounded<T>(map: Map<string, T>, key: string, value: T, most: number): void {
	map.delete(key);
	map.set(key, value);
	const [oldest] = map.keys();
	if (map.size > most && oldest !== undefined) map.delete(oldest);
}
