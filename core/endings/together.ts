import { PhraseError } from '../http/errors';
import type { Call, Ending, Outcome } from '../operation/operation';

/** Statuses by which Phrase refuses what was sent, as opposed to the credential or the moment. */
const REFUSALS_OF_CONTENT = [400, 413, 422];

/**
 * For endings that send several items with one call. When Phrase refuses the call for what is in it, each item gets a
 * call of its own, so that one does not take the others with it.
 *
 * @param run sends the calls of one pack together
 */
export function together<V>(
	run: (calls: [Call<V>, ...Array<Call<V>>]) => Promise<Outcome[]>,
): Ending<V>['run'] {
	return async ([first, ...others]) => {
		if (first === undefined) return [];
		try {
			return await run([first, ...others]);
		} catch (error) {
			if (others.length === 0 || !isAboutContent(error)) throw error;
			const alone = await Promise.all([first, ...others].map(async (call) => await settled(run, call)));
			return alone.flat();
		}
	};
}

async function settled<V>(run: (calls: [Call<V>]) => Promise<Outcome[]>, call: Call<V>): Promise<Outcome[]> {
	try {
		return await run([call]);
	} catch (error) {
		call.signal.throwIfAborted();
		return [error instanceof Error ? error : new Error(String(error))];
	}
}

function isAboutContent(error: unknown): boolean {
	return error instanceof PhraseError && REFUSALS_OF_CONTENT.includes(error.httpCode ?? 0);
}
