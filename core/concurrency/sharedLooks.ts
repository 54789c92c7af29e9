/**
 * Looks at things in Phrase, at each at most once at a time. Calls about many things often come at the same
 * moment. Those that come while a look is under way share the one after it. What they tell of may have
 * happened after the first had begun.
 *
 * @typeParam T what a look sees
 */
export class SharedLooks<T> {
	/** The look under way, and the one after it, by what is looked at. */
	private readonly underWay = new Map<string, Promise<T>>();
	private readonly next = new Map<string, Promise<T>>();

	/**
	 * @param key what is looked at
	 * @param ask asks Phrase
	 * @throws what `ask` throws
	 */
	async look(key: string, ask: () => Promise<T>): Promise<T> {
		const waiting = this.next.get(key);
		if (waiting !== undefined) return await waiting;
		const current = this.underWay.get(key);
		if (current === undefined) return await this.begin(key, ask);
		const queued = current
			.catch(() => undefined)
			.then(async () => {
				this.next.delete(key);
				return await this.begin(key, ask);
			});
		this.next.set(key, queued);
		return await queued;
	}

	private async begin(key: string, ask: () => Promise<T>): Promise<T> {
		const begun = ask().finally(() => this.underWay.delete(key));
		this.underWay.set(key, begun);
		return await begun;
	}
}
