import { SlotPool, type Slots } from './slots';

/**
 * Works through a list with bounded parallelism.
 *
 * @param entries what to work on
 * @param limit most entries worked on at the same time, or the slots that bound them together with others
 * @param work called once per entry, in order of the list
 * @returns the results in the order of the list
 * @throws the first error of `work`, when all that had begun has ended; entries not yet begun are left alone
 */
export async function inParallel<T, R>(
	entries: readonly T[],
	limit: number | Slots,
	work: (entry: T, index: number) => Promise<R>,
): Promise<R[]> {
	const slots = typeof limit === 'number' ? new SlotPool(limit) : limit;
	const results = new Array<R>(entries.length);
	const failures: unknown[] = [];
	await Promise.all(
		entries.map(async (entry, index) => {
			await slots.use(async () => {
				if (failures.length > 0) return;
				try {
					results[index] = await work(entry, index);
				} catch (error) {
					failures.push(error);
				}
			});
		}),
	);
	if (failures.length > 0) throw failures[0];
	return results;
}
