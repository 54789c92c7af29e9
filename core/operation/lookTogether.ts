/** The look under way, and the one after it, by what is looked at. */
const underWay = new Map<string, Promise<boolean>>();
const next = new Map<string, Promise<boolean>>();

/**
 * Looks, at most once at a time. Callbacks about many requests often come at the same moment: those that come while a
 * look is under way share the one after it, since what they tell of may have happened after the first had begun.
 *
 * @param key what is looked at
 * @param look asks Phrase
 * @throws what `look` throws
 */
export async function lookTogether(key: string, look: () => Promise<boolean>): Promise<boolean> {
	const current = underWay.get(key);
	if (current === undefined) {
		const begun = look().finally(() => underWay.delete(key));
		underWay.set(key, begun);
		return await begun;
	}
	const queued =
		next.get(key) ??
		current
			.catch(() => undefined)
			.then(async () => {
				next.delete(key);
				return await lookTogether(key, look);
			});
	next.set(key, queued);
	return await queued;
}
