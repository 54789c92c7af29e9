import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits.
 * @param ms how long
 * @throws the signal's reason, as soon as the execution is stopped
 */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	await sleep(ms, undefined, { signal }).catch(() => signal?.throwIfAborted());
}
