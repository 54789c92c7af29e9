import type { IDataObject } from 'n8n-workflow';
import { eventItems } from '../../../../../core/phrase/events/eventItems';
import { readEvent } from '../../../../../core/phrase/events/readEvent';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asRecords, asText } from '../../../../../core/http/read';

/** Phrase's example of one event. */
export interface Sample {
	event: string;
	/** The items that Phrase TMS Trigger makes of it; the reason when it cannot be read. */
	items: IDataObject[] | PhraseError;
}

/**
 * Phrase's examples of events.
 * @param answer to getWebhookPreviews, schema WebhookPreviewsDto; it may leave out events that were asked for
 */
export function samplesIn(answer: unknown): Sample[] {
	return asRecords(asRecord(answer).previews).map(({ event, preview }) => {
		const name = asText(event) ?? '';
		return { event: name, items: itemsOf(name, preview) };
	});
}

/** The preview is the text of a call's body. */
function itemsOf(name: string, preview: unknown): IDataObject[] | PhraseError {
	const body = asRecord(typeof preview === 'string' ? parsed(preview) : preview);
	const event = readEvent({ event: name, ...body });
	if (Object.keys(body).length > 0 && event !== undefined) return eventItems(event);
	return new PhraseError({
		kind: 'unusable',
		message: `Phrase's sample of ${name} is not the body of a webhook call`,
		description:
			"It is not a JSON object, or names no event. Choose other events, or use 'Send Test' to see what Phrase sends.",
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
