import { Queue } from './queue';

/** What bounds how much is done at the same time: whoever works holds a slot. */
export interface Slots {
	/** Does work in a slot, as soon as one is free. */
	use<T>(work: () => Promise<T>): Promise<T>;
	/**
	 * Waits without the slot that the caller holds, and takes one again before it goes on.
	 * @param wait must not need a slot of the caller's; it may use others
	 */
	lend<T>(wait: () => Promise<T>): Promise<T>;
	/**
	 * Waits as `lend`, for work that waits before it has begun anything outside: all that has begun comes before it.
	 */
	stepBack<T>(wait: () => Promise<T>): Promise<T>;
}

/** Those who want a slot. */
type Line = Queue<() => void>;

/**
 * A number of slots. Work that only waits for something outside lends its slot to others, so that waits bound nothing.
 * A free slot goes to what goes on before what begins, and to a part of something begun before something new. What has
 * stepped back comes between.
 */
export class SlotPool implements Slots {
	private readonly resuming: Line = new Queue();
	private readonly beginningParts: Line = new Queue();
	private readonly steppedBack: Line = new Queue();
	private readonly beginning: Line = new Queue();

	/** The same slots for parts of what has begun: they come before what has not. */
	readonly forParts: Slots = {
		use: async (work) => await this.useInTurn(this.beginningParts, work),
		lend: async (wait) => await this.lend(wait),
		stepBack: async (wait) => await this.stepBack(wait),
	};

	/** @param free how many slots there are */
	constructor(private free: number) {}

	async use<T>(work: () => Promise<T>): Promise<T> {
		return await this.useInTurn(this.beginning, work);
	}

	async lend<T>(wait: () => Promise<T>): Promise<T> {
		return await this.waitOutside(wait, this.resuming);
	}

	async stepBack<T>(wait: () => Promise<T>): Promise<T> {
		return await this.waitOutside(wait, this.steppedBack);
	}

	private async waitOutside<T>(wait: () => Promise<T>, line: Line): Promise<T> {
		// What it needs slots for is in line before this one is free.
		const waiting = wait();
		this.release();
		try {
			return await waiting;
		} finally {
			if (!this.take()) await turnIn(line);
		}
	}

	private async useInTurn<T>(line: Line, work: () => Promise<T>): Promise<T> {
		if (!this.take()) await turnIn(line);
		try {
			return await work();
		} finally {
			this.release();
		}
	}

	private take(): boolean {
		if (this.free === 0) return false;
		this.free--;
		return true;
	}

	/** The slot goes to the next in turn at once, so that nobody can come in between. */
	private release(): void {
		const goesOn = this.resuming.shift() ?? this.beginningParts.shift();
		const next = goesOn ?? this.steppedBack.shift() ?? this.beginning.shift();
		if (next === undefined) this.free++;
		else next();
	}
}

async function turnIn(line: Line): Promise<void> {
	await new Promise<void>((resolve) => line.push(resolve));
}
