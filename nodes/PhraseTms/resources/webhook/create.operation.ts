import { collection } from '../../../../core/fields/collection';
import { POST } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { chosenEvents, eventFields, NO_EVENT } from './shared/eventFields';
import { SIMPLE_WEBHOOK, visibleWebhook } from './shared/visibleWebhook';
import { webhookFields } from './shared/webhookFields';

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
					"Secret that Phrase sends in the header 'x-memsource-token', for the receiver to know that it is Phrase",
				),
				status: webhookFields.status(),
			}),
		},
	},
	{
		check: (values) => (chosenEvents(values).length === 0 ? NO_EVENT : undefined),
		request: ({ name, url, additionalFields: { secretToken, status }, ...events }) =>
			POST`/api2/v2/webhooks`
				.repeatable('refused')
				.json({ name, url, events: chosenEvents(events), secretToken, status })
				.confidential(secretToken),
		ends: one({
			simple: SIMPLE_WEBHOOK,
			visible: visibleWebhook,
			add: (_values, { uid }) => ({ webhookUid: uid }),
		}),
	},
);
