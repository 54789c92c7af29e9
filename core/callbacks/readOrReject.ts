import { PhraseError } from '../http/errors';
import { CallbackRejected } from './callbackRejected';

/**
 * Reads from Phrase what the answer to a call hangs on.
 *
 * @param what what is read, the start of a sentence for the caller
 * @param missing what to take it for when it is not there any more
 * @throws CallbackRejected with 503 when Phrase cannot tell: it delivers the call again later
 */
export async function readOrReject<T>(what: string, missing: T, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof PhraseError)) throw error;
		if (error.httpCode === 404) return missing;
		throw new CallbackRejected(503, `${what} cannot be read at the moment`, { cause: error });
	}
}
