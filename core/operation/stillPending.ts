import type { FailedWork, SleepingWork } from './slept';
import type { Part } from './part';

/** What came of an item whose work goes on in Phrase: the execution is to sleep until Phrase calls back. */
export class StillPending {
	/**
	 * @param works all works of the item, for the run that a callback wakes
	 * @param parts what comes out for them when no callback does: items that name the works, and what failed
	 * @param limitMs longest time to sleep, in ms
	 */
	constructor(
		readonly works: Array<SleepingWork | FailedWork>,
		readonly parts: Part[],
		readonly limitMs: number,
	) {}
}
