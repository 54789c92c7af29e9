import type { PhraseError } from './errors';
import type { Repeat } from './request';

/** What to do about a call that Phrase may have performed although its answer was lost, or cannot be used. */
export const LOOK_FIRST =
	'Phrase may have done it all the same: look in Phrase before you run this again, so that nothing is done twice.';

/**
 * Adds to an error what to do before the call is made again.
 * @param repeat when the request may be sent again: what may have been done is not to be done twice
 */
export function lookFirst(error: PhraseError, repeat: Repeat): PhraseError {
	if (repeat === 'always') return error;
	return error.with({ description: [error.description, LOOK_FIRST].filter(Boolean).join(' ') });
}
