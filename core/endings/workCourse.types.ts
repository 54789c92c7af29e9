import type { PhraseError } from '../http/errors';
import type { Call } from '../operation/operation';
import type { Part } from '../operation/part';
import type { StartedWork, WorkKind } from '../operation/startedWork';
import type { Ended } from '../waiting/waitFor';

/** Starts one work. */
export type Start = () => Promise<StartedWork>;

/**
 * How an operation starts work, and what it makes of it. Everything after the start gets the started work and nothing of
 * the start, so that another run can do it.
 *
 * @typeParam V values of the operation
 * @typeParam S what Phrase says of work that has ended; plain JSON
 */
export interface WorkCourse<V, S> {
	/** An execution can sleep on it when Phrase calls back about it. */
	kind: WorkKind<S>;
	/**
	 * What an item asks for. One item may start several works, of which each is waited for and collected by itself.
	 * @returns the starts; each is called once
	 * @throws PhraseError when nothing could be started
	 */
	starts: (call: Call<V>) => Promise<Start[]>;
	/**
	 * Set when an earlier node has started the work. It may have ended long ago, and it may not exist: how it is looked at
	 * when nobody calls back about it.
	 */
	given?: WorkKind<S>;
	/** Lets the user choose whether to wait; without it, the operation always does. */
	choice?: {
		/** Name of the switch, 'Wait for Import' for instance. The operation has 'Notify' as well, if Phrase calls back. */
		name: string;
		description: string;
		/** Whether the switch is on when the user has not touched it. */
		initially?: boolean;
		/** What comes of work that is not waited for. */
		started: (call: Call<V>, work: StartedWork) => Part[];
	};
	/** What comes of work that has ended well. */
	collect: (call: Call<V>, ended: Ended<S>) => Promise<Part[]>;
	/**
	 * What the item can still get of work that has not ended at the end of the item's time.
	 * @param failure what to say of the rest, or to throw
	 */
	collectUnfinished?: (call: Call<V>, work: StartedWork, failure: PhraseError) => Promise<Part[]>;
	/** What comes of all works of an item together; without it, the parts of each one after the other. */
	gather?: (call: Call<V>, parts: Part[]) => Part[];
}
