import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { onFirstUse } from '../../http/onFirstUse';

import { identifier } from '../lenient';

/** A call of a webhook of Phrase TMS: what all events have in common, and the whole body. */
export interface WebhookEvent {
	/** Phrase's name of the event; any text, because Phrase adds new ones. */
	event: string;
	/** Identifies the event; the same when Phrase delivers it again. Null when the body does not tell. */
	eventUid: string | null;
	/** When it happened, in seconds since 1970 by Phrase's clock. Null when the body does not tell. */
	timestamp: number | null;
	/** The parsed body, as received. */
	body: IDataObject;
}

/** The last second of the year 9999: what lies beyond is no time in seconds. */
const LATEST = 253_402_300_799;

const envelope = onFirstUse(() =>
	z.looseObject({
		event: z.string().min(1),
		eventUid: identifier().nullable().catch(null),
		timestamp: z.number().min(0).max(LATEST).nullable().catch(null),
	}),
);

/**
 * Reads what all events have in common. Source: "Webhooks (TMS)" of Phrase's help centre.
 *
 * @param body the parsed body
 * @returns undefined when the body names no event
 */
export function readEvent(body: IDataObject): WebhookEvent | undefined {
	const { data } = envelope().safeParse(body);
	if (data === undefined) return undefined;
	const { event, eventUid, timestamp } = data;
	return { event, eventUid, timestamp, body };
}
