import { collection } from '../../../../core/fields/collection';
import { createWebhook, type WebhookSettings } from '../../../../core/phrase/webhooks/webhook';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { chosenEvents, eventFields, NO_EVENT } from '../../../shared/tms/fields/events';
import { SIMPLE_WEBHOOK, visibleWebhook } from './shared/visibleWebhook';
import { USUAL_SECRET_TOKEN_TYPE, webhookFields } from './shared/webhookFields';

/** Registers a URL for events of the whole account. Source: createWebHookV2, POST /api2/v2/webhooks. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a webhook',
		description: 'Have Phrase call a URL for events of the whole account',
		fields: {
			name: webhookFields.name(),
			url: webhookFields.url(),
			...eventFields('Events for which Phrase calls the webhook'),
			additionalFields: collection('Additional Fields', 'Add field', {
				secretToken: webhookFields.secretToken(
					'Secret that Phrase sends along in each call, for the receiver to know that it is Phrase',
				),
				secretTokenType: webhookFields.secretTokenType(),
				status: webhookFields.status(),
			}),
		},
	},
	{
		check: (values) => (chosenEvents(values).length === 0 ? NO_EVENT : undefined),
		request: ({ name, url, additionalFields: { status, ...secret }, ...events }) =>
			createWebhook({ name, url, events: chosenEvents(events), status, ...withType(secret) }),
		ends: one({
			simple: SIMPLE_WEBHOOK,
			visible: visibleWebhook,
			add: (_values, { uid }) => ({ webhookUid: uid }),
		}),
	},
);

/** A secret token goes with the header that it comes in: which one Phrase chooses by itself is not documented. */
function withType({
	secretToken,
	secretTokenType,
}: Pick<WebhookSettings, 'secretToken' | 'secretTokenType'>) {
	const usual = secretToken === undefined ? undefined : USUAL_SECRET_TOKEN_TYPE;
	return { secretToken, secretTokenType: secretTokenType ?? usual };
}
