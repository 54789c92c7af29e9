import type { Call, Ending, Part } from '../operation/operation';

/** For endings that send each item alone: an item is one call. */
export function eachAlone<V>(run: (call: Call<V>) => Promise<Part[]>): Ending<V>['run'] {
	return async (calls) => await Promise.all(calls.map(run));
}
