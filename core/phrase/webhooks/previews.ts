import { asRecord, asRecords, asText } from '../../http/read';
import { GET, type PhraseRequest } from '../../http/request';
import { readEvent, type WebhookEvent } from '../events/readEvent';

/** Phrase's example of one event. */
export interface Preview {
	/** Phrase's name of the event. */
	name: string;
	/** The example as a call would bring it; undefined when it is not the body of a call. */
	event?: WebhookEvent;
}

/** Asks for Phrase's examples of events. Source: getWebhookPreviews, GET /api2/v2/webhooks/previews. */
export function listPreviews(events: readonly string[]): PhraseRequest {
	return GET`/api2/v2/webhooks/previews`.query({ events });
}

/**
 * Reads Phrase's examples of events.
 * @param answer schema WebhookPreviewsDto; it may leave out events that were asked for
 */
export function readPreviews(answer: unknown): Preview[] {
	return asRecords(asRecord(answer).previews).map(({ event, preview }) => {
		const name = asText(event) ?? '';
		// The preview is the text of a call's body.
		const body = asRecord(typeof preview === 'string' ? parsed(preview) : preview);
		const isEmpty = Object.keys(body).length === 0;
		return { name, event: isEmpty ? undefined : readEvent({ event: name, ...body }) };
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
