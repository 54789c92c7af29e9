import { WEBHOOK_EVENTS } from '../../../../core/phrase/events/webhookEvents';
import { choice } from '../../../../core/fields/choice';
import { plainText } from '../../../../core/fields/text';
import { sendTestCall } from '../../../../core/phrase/webhooks/webhook';
import { none } from '../../../../core/endings/none';
import { field } from '../../../../core/fields/field';
import { defineOperation } from '../../../../core/operation/operation';
import { webhook } from '../../../shared/tms/fields/webhook';
import { eventName } from '../../../shared/tms/fields/events';

/**
 * Lets Phrase call a webhook with an example of an event.
 * Source: sendTestWebhook, POST /api2/v2/webhooks/{webhookUid}/test.
 */
export const sendTest = defineOperation(
	{
		name: 'Send Test',
		action: 'Send a test to a webhook',
		description: 'Have Phrase call a webhook with an example of an event',
		fields: {
			webhookUid: webhook(),
			event: field(
				choice(
					{
						displayName: 'Event',
						description: 'The event to send an example of. An expression can name any other event.',
					},
					WEBHOOK_EVENTS,
					'JOB_STATUS_CHANGED',
				).property,
				() => plainText(eventName()),
			),
		},
	},
	{
		request: ({ webhookUid, event }) => sendTestCall(webhookUid, event),
		ends: none(({ webhookUid, event }) => ({ webhookUid, event, sent: true })),
	},
);
