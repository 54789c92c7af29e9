import type { Call, Ending } from '../operation/operation';
import type { Part } from '../operation/part';

/** For endings that send each item alone: an item is one call. */
export function eachAlone<V>(run: (call: Call<V>) => Promise<Part[]>): Ending<V>['run'] {
	return async (calls) => await Promise.all(calls.map(run));
}
