/**
 * How much is done at the same time: whoever works holds a slot. Work that only waits for something outside lends its
 * slot to others, so that waits bound nothing.
 */
export class Slots {
	/** Those who want a slot, in the order in which they get one: first what goes on, then what begins. */
	private readonly resuming: Array<() => void> = [];
	private readonly beginning: Array<() => void> = [];

	/** @param free how many slots there are */
	constructor(private free: number) {}

	/** Does work in a slot, as soon as one is free. */
	async use<T>(work: () => Promise<T>): Promise<T> {
		if (this.free > 0) this.free--;
		else await this.turnIn(this.beginning);
		try {
			return await work();
		} finally {
			this.release();
		}
	}

	/**
	 * Waits without the slot that the caller holds, and takes one again before it goes on.
	 * @param wait must not need a slot of the caller's; it may use others
	 */
	async lend<T>(wait: () => Promise<T>): Promise<T> {
		this.release();
		try {
			return await wait();
		} finally {
			if (this.free > 0) this.free--;
			else await this.turnIn(this.resuming);
		}
	}

	private async turnIn(queue: Array<() => void>): Promise<void> {
		await new Promise<void>((resolve) => queue.push(resolve));
	}

	/** The slot goes to the next in turn at once, so that nobody can come in between. */
	private release(): void {
		const next = this.resuming.shift() ?? this.beginning.shift();
		if (next === undefined) this.free++;
		else next();
	}
}
