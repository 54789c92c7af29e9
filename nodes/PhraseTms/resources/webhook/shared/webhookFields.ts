import { choice } from '../../../../../core/fields/choice';
import { requiredText, requiredUrl, secretText } from '../../../../../core/fields/text';
import {
	LONGEST_WEBHOOK_TEXT,
	SECRET_TOKEN_TYPES,
	WEBHOOK_STATUSES,
} from '../../../../../core/phrase/webhooks/webhook';

/** The header for a secret token unless the user chooses another one. */
export const USUAL_SECRET_TOKEN_TYPE = 'X_MEMSOURCE_TOKEN';

/** What can be said of a webhook, beside its events. */
export const webhookFields = {
	name: () =>
		requiredText(
			{
				displayName: 'Name',
				placeholder: 'e.g. Finished jobs to the CMS',
				description: 'Name of the webhook, at most 255 characters',
			},
			LONGEST_WEBHOOK_TEXT,
		),
	url: () =>
		requiredUrl({
			displayName: 'URL',
			placeholder: 'e.g. https://example.com/phrase-events',
			description: 'URL that Phrase calls with a POST for each event',
		}),
	secretToken: (description: string) =>
		secretText({ displayName: 'Secret Token', description }, LONGEST_WEBHOOK_TEXT),
	secretTokenType: () =>
		choice(
			{ displayName: 'Secret Token Header', description: 'Header in which Phrase sends the secret token' },
			SECRET_TOKEN_TYPES,
			USUAL_SECRET_TOKEN_TYPE,
		),
	status: () =>
		choice(
			{ displayName: 'Status', description: 'Whether Phrase calls the webhook' },
			WEBHOOK_STATUSES,
			'ENABLED',
		),
};
