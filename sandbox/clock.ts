/**
 * All waiting in the sandbox goes through one clock, so that closing or resetting the sandbox leaves no
 * timer behind (a leaked timer would keep a test process alive, or act on a world that is gone).
 */
export class Clock {
	private readonly timers = new Set<NodeJS.Timeout>();

	private readonly sleepers = new Set<() => void>();

	private closed = false;

	/** The present time. */
	now(): Date {
		return new Date();
	}

	/**
	 * Runs something later, once.
	 *
	 * @param ms - milliseconds from now
	 * @param run - must not throw
	 */
	after(ms: number, run: () => void): void {
		if (this.closed) return;
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			run();
		}, ms);
		this.timers.add(timer);
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
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		for (const wake of this.sleepers) wake();
	}
}
