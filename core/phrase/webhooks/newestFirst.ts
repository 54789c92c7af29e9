/**
 * Follows whether a list comes newest first. Phrase does not document the order of its lists, so nothing
 * relies on it. Only while all that was read has come in this order, a reader may stop at what is too old.
 */
export class NewestFirst {
	private inOrder = true;
	private oldestTime = Infinity;

	/** @param time of the next entry, in any unit */
	add(time: number): void {
		this.inOrder &&= time <= this.oldestTime;
		this.oldestTime = Math.min(this.oldestTime, time);
	}

	/** Whether all entries have come newest first. */
	get holds(): boolean {
		return this.inOrder;
	}

	/** The oldest time of all entries; infinity when there are none. */
	get oldest(): number {
		return this.oldestTime;
	}
}
