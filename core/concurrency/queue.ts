/** First in, first out, at the same cost however long it is: an array moves all others for each entry it gives up. */
export class Queue<T> {
	private entries: T[] = [];
	private first = 0;

	get length(): number {
		return this.entries.length - this.first;
	}

	push(entry: T): void {
		this.entries.push(entry);
	}

	/** The entry that came first; undefined when there is none. */
	shift(): T | undefined {
		if (this.length === 0) return undefined;
		const entry = this.entries[this.first++];
		// Each entry is moved once at most, on average.
		if (this.first * 2 >= this.entries.length) {
			this.entries = this.entries.slice(this.first);
			this.first = 0;
		}
		return entry;
	}
}
