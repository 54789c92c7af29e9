import { Slots } from './slots';

/**
 * Works through a list with bounded parallelism.
 *
 * @param entries what to work on
 * @param limit most entries worked on at the same time, or the slots that bound them together with others
 * @param work called once per entry, in order of the list
 * @returns the results in the order of the list
 * @throws the first error of `work`; entries not yet begun are left alone
 */
export async function inParallel<T, R>(
	entries: readonly T[],
	limit: number | Slots,
	work: (entry: T, index: number) => Promise<R>,
): Promise<R[]> {
	const slots = typeof limit === 'number' ? new Slots(limit) : limit;
	const results = new Array<R>(entries.length);
	let stopped = false;
	await Promise.all(
		entries.map(async (entry, index) => {
			await slots.use(async () => {
				if (stopped) return;
				try {
					results[index] = await work(entry, index);
				} catch (error) {
					stopped = true;
					throw error;
				}
			});
		}),
	);
	return results;
}
