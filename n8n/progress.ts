/** Hears, in a few words, what a long step is doing. */
export type Report = (text: string) => void;

/**
 * Does some work and reports every second for how long it has been going on.
 *
 * @param what the work, as shown
 */
export async function elapsed<T>(what: string, report: Report, work: () => Promise<T>): Promise<T> {
	const start = Date.now();
	report(what);
	const timer = setInterval(() => report(`${what}, ${duration(Date.now() - start)}`), 1000);
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

/**
 * Thins reports out to lines of text for output that is not a terminal: one at the start of each piece of work,
 * and then one every half a minute.
 *
 * @param write takes one line, without its end
 */
export function linesOf(write: (line: string) => void): Report {
	const pauseMs = 30_000;
	let work = '';
	let writtenAt = 0;
	return (text) => {
		const [now] = text.split(',', 1);
		if (now === work && Date.now() - writtenAt < pauseMs) return;
		work = now ?? '';
		writtenAt = Date.now();
		write(text);
	};
}
