import { sleepLimitMs, whileWaitingFields } from '../fields/whileWaiting';
import { waitOptions, waitSwitch } from '../fields/waitOptions';
import type { Call, Ending } from '../operation/operation';
import type { StartedWork } from '../operation/startedWork';
import { asleep } from './asleep';
import { keptRunning } from './keptRunning';
import type { WorkCourse } from './workCourse.types';

/** Starts one work per item. */
export function startsOne<V>(start: (call: Call<V>) => Promise<StartedWork>) {
	return async (call: Call<V>) => await Promise.resolve([async () => await start(call)]);
}

/**
 * The operation starts work, waits for it, and collects it. Meanwhile it keeps running, or the execution sleeps until
 * Phrase calls back, as the user chooses: the request of the start names `tools.callbackUrl` for that. Whatever goes
 * wrong after a start is an error that names the work; with several works per item it is a part beside the others.
 */
export function startedWork<V, S>(course: WorkCourse<V, S>): Ending<V> {
	const { choice, kind } = course;
	const wait = choice && waitSwitch(choice);
	return {
		fields: {
			...wait?.fields,
			...whileWaitingFields(wait && { '/notify': ['nobody'], waitForCompletion: [true] }),
		},
		options: waitOptions,
		sleepsOn: kind,
		run: async (calls) =>
			await Promise.all(
				calls.map(async (call) => {
					const goesOn = wait !== undefined && wait.of(call.values).waitForCompletion !== true;
					const limitMs = sleepLimitMs(call.values);
					if (goesOn || limitMs === undefined) return await keptRunning(course, call, { goesOn });
					return await asleep(course, call, limitMs);
				}),
			),
	};
}
