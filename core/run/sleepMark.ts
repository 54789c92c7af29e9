import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { onFirstUse } from '../http/onFirstUse';

/**
 * What an item whose work goes on holds under `wait` while the execution sleeps. When the time is over, n8n
 * puts such items out, so it reads as what is true then.
 */
const sleepMarkShape = onFirstUse(() =>
	z.object({
		mode: z.literal('callback'),
		ended: z.literal(false),
		timedOut: z.literal(true),
		/** When the wait began, ISO 8601. */
		since: z.iso.datetime(),
		/** When its time is over, ISO 8601. */
		until: z.iso.datetime(),
		/** How many callbacks have woken the execution so far. */
		callbacks: z.int(),
		elapsedMs: z.number(),
	}),
);

export type SleepMark = z.infer<ReturnType<typeof sleepMarkShape>>;

/** The mark that an item carries, if its work goes on. */
function sleepMarkIn(json: IDataObject): SleepMark | undefined {
	return sleepMarkShape().safeParse(json.wait).data;
}

/** The members of an item without the mark that an earlier sleep may have left: that is not about this one's work. */
export function withoutSleepMark(json: IDataObject): IDataObject {
	if (sleepMarkIn(json) === undefined) return json;
	const { wait: _mark, ...others } = json;
	return others;
}
