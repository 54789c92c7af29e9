import type { IDataObject } from 'n8n-workflow';
import { eventItems } from '../../../../../core/phrase/events/eventItems';
import { readPreviews } from '../../../../../core/phrase/webhooks/previews';
import { PhraseError } from '../../../../../core/http/errors';

/** Phrase's example of one event. */
export interface Sample {
	event: string;
	/** The items that Phrase TMS Trigger makes of it; the reason when it cannot be read. */
	items: IDataObject[] | PhraseError;
}

/**
 * Phrase's examples of events.
 * @param answer to getWebhookPreviews
 */
export function samplesIn(answer: unknown): Sample[] {
	return readPreviews(answer).map(({ name, event }) => ({
		event: name,
		items: event === undefined ? unreadable(name) : eventItems(event),
	}));
}

function unreadable(name: string): PhraseError {
	return new PhraseError({
		kind: 'unusable',
		message: `Phrase's sample of ${name} is not the body of a webhook call`,
		description:
			"It is not a JSON object, or names no event. Choose other events, or use 'Send Test' to see what Phrase sends.",
	});
}
