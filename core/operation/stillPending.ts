import type { IDataObject } from 'n8n-workflow';

/** What came of an item whose work goes on in Phrase: the execution is to sleep until Phrase calls back. */
export class StillPending {
	/**
	 * @param work members that name the work, `asyncRequestId` for instance; they become part of the sleeping item
	 * @param limitMs longest time to sleep, in ms
	 */
	constructor(
		readonly work: IDataObject,
		readonly limitMs: number,
	) {}
}
