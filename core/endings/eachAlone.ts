import type { Call, Ending, FailedPart, OutputItem } from '../operation/operation';

/** For endings that send each item alone: an item is one call. */
export function eachAlone<V>(
	run: (call: Call<V>) => Promise<Array<OutputItem | FailedPart>>,
): Ending<V>['run'] {
	return async (calls) => await Promise.all(calls.map(run));
}
