import type { PhraseErrorDetails } from '../http/errors';
import type { StartedWork } from './startedWork';

/** One piece of work of a sleeping item. It is plain JSON: n8n stores it together with the execution. */
export interface SleepingWork {
	work: StartedWork;
	/** What Phrase said of it when it had ended well; undefined while it goes on. */
	state?: unknown;
	/** What a callback said of it when it had failed, where only callbacks tell. */
	failure?: string;
}

/** A piece of work of a sleeping item that came to nothing. */
export interface FailedWork {
	error: PhraseErrorDetails;
}

/** What a run knows of the sleep that it has been woken from. */
export interface Slept {
	/** When the execution began to wait, ISO 8601. */
	since: string;
	/** How many callbacks have woken it so far. */
	callbacks: number;
	/** The works of the item, in the order in which they were started. */
	works: Array<SleepingWork | FailedWork>;
}
