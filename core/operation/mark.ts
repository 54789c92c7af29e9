import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';

/**
 * What a sleeping item holds under `wait`. n8n puts sleeping items out when their time is over, so it reads as what
 * is true then.
 */
const markShape = z.object({
	mode: z.literal('callback'),
	ended: z.boolean(),
	timedOut: z.boolean(),
	/** When the wait began, ISO 8601. */
	since: z.iso.datetime(),
	/** When its time is over, ISO 8601. */
	until: z.iso.datetime(),
	/** How many callbacks have woken the execution so far. */
	callbacks: z.int(),
	elapsedMs: z.number(),
	/** What a callback said of work that failed, where only callbacks tell. */
	failure: z.string().optional(),
});

export type Mark = z.infer<typeof markShape>;

/** The mark that an item carries, if it does. */
export function markIn(json: IDataObject): Mark | undefined {
	return markShape.safeParse(json.wait).data;
}
