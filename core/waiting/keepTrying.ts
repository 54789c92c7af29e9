import { nextInterval } from './intervals';
import { PhraseError } from '../http/errors';
import type { Repeat } from '../http/request';
import { mayRepeat } from '../http/retry';
import type { Call } from '../operation/operation';
import { deadlineOf } from './deadline';
import { realTime } from './time';

/**
 * Does one step of an item, again and again while it may be done again, until the time of the item is over. Others use
 * the item's slot between the attempts.
 *
 * @param repeat when the request of the step may be sent again
 * @throws the last failure; the signal's reason
 */
export async function keepTrying<T>(
	call: Call<unknown>,
	repeat: Repeat,
	attempt: () => Promise<T>,
): Promise<T> {
	const begun = performance.now();
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			call.signal.throwIfAborted();
			const left = deadlineOf(call) - performance.now();
			const isRepeatable = error instanceof PhraseError && mayRepeat(repeat, error.kind);
			if (!isRepeatable || left <= 0) throw error;
			const ms = Math.min(left, nextInterval(performance.now() - begun));
			await call.slots.lend(async () => await realTime.sleep(ms, call.signal));
			call.signal.throwIfAborted();
		}
	}
}
