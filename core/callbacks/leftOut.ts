import { CallbackRejected } from './callbackRejected';
import { PhraseError } from '../http/errors';

/** Stands for what Phrase refuses to tell. */
export const LEFT_OUT = Symbol('left out');
export type LeftOut = typeof LEFT_OUT;

/**
 * Asks Phrase what an event means.
 *
 * @param subject what is asked about: the start of a sentence for the caller, and which one, for the log
 * @param missing what to take it for when it is not there any more
 * @returns what Phrase tells. LEFT_OUT when it refuses for good, such as a project that the user of the credential may
 * not see. That is logged, and to ask again would end the same
 * @throws CallbackRejected with 503 when Phrase may tell later: it delivers the event again. That is so, too, for a
 * credential that is refused: a person can put it right while Phrase goes on to deliver
 */
export async function toldOrLeftOut<T>(
	{ what, which }: { what: string; which: string },
	missing: T,
	log: { warn(text: string): void },
	ask: () => Promise<T>,
): Promise<T | LeftOut> {
	try {
		return await ask();
	} catch (error) {
		if (!(error instanceof PhraseError)) throw error;
		const { kind, httpCode, message, description = '' } = error;
		if (httpCode === 404) return missing;
		if (kind !== 'refused' || httpCode === 401)
			throw new CallbackRejected(503, `${what} cannot be read at the moment`, { cause: error });
		log.warn(
			`${what} ${which} may not be read, so what is about it is left out: ${message}. ${description}`.trim(),
		);
		return LEFT_OUT;
	}
}
