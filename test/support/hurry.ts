import { BACKOFF } from '../../core/http/retry';
import { realTime } from '../../core/waiting/time';
import { QUICK } from './phrase';

/** How many times as fast as for users time passes for the nodes. */
const FASTER = 10;

/**
 * Lets time pass faster for the nodes in all tests of a file, and repetitions follow each other sooner: what they do, and
 * how often, stays the same. A time limit of a minute is over after six seconds. The sandbox keeps the real time.
 */
export function hurry(): void {
	beforeAll(() => {
		Object.assign(BACKOFF, QUICK.backoff);
		const sleep = realTime.sleep.bind(realTime);
		const now = performance.now.bind(performance);
		const begun = now();
		jest.spyOn(performance, 'now').mockImplementation(() => begun + (now() - begun) * FASTER);
		jest.spyOn(realTime, 'sleep').mockImplementation(async (ms, signal) => await sleep(ms / FASTER, signal));
	});
}
