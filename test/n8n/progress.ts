/** Hears, in a few words, what a long step is doing. */
export type Report = (text: string) => void;

/**
 * Does some work and reports every second for how long it has been going on.
 *
 * @param what the work, as shown
 */
export async function elapsed<T>(what: string, report: Report, work: () => Promise<T>): Promise<T> {
	const start = Date.now();
	const tick = (): void => report(`${what}, ${duration(Date.now() - start)}`);
	tick();
	const timer = setInterval(tick, 1000);
	try {
		return await work();
	} finally {
		clearInterval(timer);
	}
}

/** Milliseconds as people say them: `840 ms`, `12.3 s`, `4 min 05 s`. */
export function duration(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)} ms`;
	if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.floor(ms / 1000);
	return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
