import type { PhraseClient } from '../http/client.types';
import type { PhraseError } from '../http/errors';

/** Work that is watched. */
export interface Watched<T> {
	/**
	 * Asks Phrase once, with the client that it is given.
	 * @returns undefined while the work goes on
	 * @throws PhraseError; one that is about the moment means that it is not known how the work is
	 */
	look: (client: PhraseClient) => Promise<T | undefined>;
	/** Its id in Phrase's list of pending asynchronous requests, when it may be there. */
	asyncRequestId?: string;
}

/** How long work is watched. */
export interface WatchOptions {
	/** When the time is over, ms on the clock of `performance.now()`; the last look is then. */
	until: number;
	/** Stops the wait at once. */
	signal: AbortSignal;
	/** Leaves out the first look: the answer that named the work was one. */
	justStarted?: boolean;
	/** Looks once only, when the time is over. */
	once?: boolean;
}

/** What watching came to, and what it took. */
export type Seen<T> = ({ ended: true; value: T } | { ended: false; lastFailure?: PhraseError }) & {
	/** How often was looked. */
	polls: number;
	elapsedMs: number;
};
