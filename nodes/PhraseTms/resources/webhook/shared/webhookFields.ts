import { choice } from '../../../../../core/fields/choice';
import { requiredText, requiredUrl, secretText } from '../../../../../core/fields/text';

/** Most characters of a webhook's name and of its secret token. Source: schema CreateWebHookDto. */
const MAX_TEXT = 255;

/** The states of a webhook. Source: schema CreateWebHookDto. */
export const WEBHOOK_STATUSES = [
	{ name: 'Disabled', value: 'DISABLED' },
	{ name: 'Enabled', value: 'ENABLED' },
] as const;

/** What can be said of a webhook, beside its events. */
export const webhookFields = {
	name: () =>
		requiredText(
			{
				displayName: 'Name',
				placeholder: 'e.g. Finished jobs to the CMS',
				description: 'Name of the webhook, at most 255 characters',
			},
			MAX_TEXT,
		),
	url: () =>
		requiredUrl({
			displayName: 'URL',
			placeholder: 'e.g. https://example.com/phrase-events',
			description: 'URL that Phrase calls with a POST for each event',
		}),
	secretToken: (description: string) => secretText({ displayName: 'Secret Token', description }, MAX_TEXT),
	status: () =>
		choice(
			{ displayName: 'Status', description: 'Whether Phrase calls the webhook' },
			WEBHOOK_STATUSES,
			'ENABLED',
		),
};
