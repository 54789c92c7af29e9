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
 * The operation starts work, waits for it, and collects it. Meanwhile it keeps running; where Phrase calls back about such
 * work, the execution may sleep instead, and the request of the start names `tools.callbackUrl` for that. Whatever goes
 * wrong after a start is an error that names the work; with several works per item it is a part beside the others.
 */
export function startedWork<V, S>(course: WorkCourse<V, S>): Ending<V> {
	const { choice, kind } = course;
	const { calledBack } = kind;
	const notifies: Record<`/${string}`, string[]> = calledBack === undefined ? {} : { '/notify': ['nobody'] };
	const wait = choice && waitSwitch(choice, notifies);
	return {
		fields: {
			...wait?.fields,
			...(calledBack && whileWaitingFields(wait && { ...notifies, waitForCompletion: [true] })),
		},
		options: waitOptions,
		...(calledBack && { sleepsOn: { ...kind, calledBack } }),
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
