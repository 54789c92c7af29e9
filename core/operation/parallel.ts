/**
 * Works through a list with bounded parallelism.
 *
 * @param entries what to work on
 * @param limit most entries worked on at the same time
 * @param work called once per entry, in order of the list
 * @returns the results in the order of the list
 * @throws the first error of `work`; entries not yet begun are left alone
 */
export async function inParallel<T, R>(
	entries: readonly T[],
	limit: number,
	work: (entry: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results = new Array<R>(entries.length);
	const queue = entries.entries();
	let stopped = false;
	const worker = async () => {
		for (const [index, entry] of queue) {
			if (stopped) return;
			try {
				results[index] = await work(entry, index);
			} catch (error) {
				stopped = true;
				throw error;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, entries.length) }, worker));
	return results;
}
