/** The part of gulp that is used here. */
declare module 'gulp' {
	import type { EventEmitter } from 'node:events';

	/**
	 * Watches files, and runs a task when some have changed: at once, or when the last run is over.
	 *
	 * @param files patterns
	 */
	export function watch(
		files: string[],
		options: { cwd: string },
		task: () => Promise<void>,
	): EventEmitter & { close(): Promise<void> };
}
