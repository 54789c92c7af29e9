/**
 * All waiting in the sandbox goes through one clock, so that closing or resetting the sandbox leaves no timer
 * behind. A leaked timer would keep a test process alive, or act on a world that is gone.
 */
export class Clock {
	private readonly timers = new Set<Timer>();

	private readonly sleepers = new Set<() => void>();

	/** How far this clock is ahead of the machine's, ms. */
	private aheadMs = 0;

	private closed = false;

	/** The present time. */
	now(): Date {
		return new Date(Date.now() + this.aheadMs);
	}

	/**
	 * Runs something later, once.
	 *
	 * @param ms - milliseconds from now
	 * @param run - must not throw
	 */
	after(ms: number, run: () => void): void {
		if (this.closed) return;
		const timer: Timer = { at: this.now().getTime() + ms, run };
		this.timers.add(timer);
		this.arm(timer);
	}

	/**
	 * Lets time pass at once. What was to happen meanwhile happens now.
	 *
	 * @param ms - milliseconds
	 */
	advance(ms: number): void {
		this.aheadMs += ms;
		for (const timer of this.timers) {
			clearTimeout(timer.handle);
			this.arm(timer);
		}
	}

	/**
	 * Resolves after a while, or when the clock is closed.
	 *
	 * @param ms - milliseconds; 0 resolves at once
	 */
	async sleep(ms: number): Promise<void> {
		if (ms <= 0 || this.closed) return;
		await new Promise<void>((resolve) => {
			const wake = () => {
				this.sleepers.delete(wake);
				resolve();
			};
			this.sleepers.add(wake);
			this.after(ms, wake);
		});
	}

	/** Forgets everything that is still to come and wakes those who sleep, so that nobody waits for ever. */
	close(): void {
		this.closed = true;
		for (const { handle } of this.timers) clearTimeout(handle);
		this.timers.clear();
		for (const wake of this.sleepers) wake();
	}

	private arm(timer: Timer): void {
		const wait = Math.max(0, timer.at - this.now().getTime());
		timer.handle = setTimeout(() => {
			this.timers.delete(timer);
			timer.run();
		}, wait);
	}
}

interface Timer {
	/** When it is due, ms since 1970, by this clock. */
	at: number;
	run: () => void;
	handle?: NodeJS.Timeout;
}
