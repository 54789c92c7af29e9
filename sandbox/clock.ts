/**
 * All waiting in the sandbox goes through one clock, so that closing or resetting the sandbox leaves no
 * timer behind (a leaked timer would keep a test process alive, or act on a world that is gone).
 */
export class Clock {
	private readonly timers = new Set<NodeJS.Timeout>();

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
	 * Resolves after a while; never resolves once the clock is closed.
	 *
	 * @param ms - milliseconds; 0 resolves at once
	 */
	async sleep(ms: number): Promise<void> {
		if (ms <= 0) return;
		await new Promise<void>((resolve) => this.after(ms, resolve));
	}

	/** Forgets everything that is still to come. */
	close(): void {
		this.closed = true;
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}
}
