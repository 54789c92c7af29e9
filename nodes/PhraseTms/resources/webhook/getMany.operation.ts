import { collection } from '../../../../core/fields/collection';
import { choice } from '../../../../core/fields/choice';
import { optionalText } from '../../../../core/fields/text';
import { listWebhooks, WEBHOOK_STATUSES } from '../../../../core/phrase/webhooks/webhook';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { chosenEvents, eventFields } from '../../../shared/tms/fields/events';
import { SIMPLE_WEBHOOK, visibleWebhook } from './shared/visibleWebhook';

/** Lists the webhooks of the account. Source: getWebHookListV2, GET /api2/v2/webhooks. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many webhooks',
		description: 'Retrieve a list of webhooks',
		fields: {
			filters: collection('Filters', 'Add filter', {
				...eventFields('Return only webhooks that Phrase calls for at least one of these events'),
				name: optionalText({ displayName: 'Name', description: 'Name of the webhooks to return' }),
				status: choice(
					{ displayName: 'Status', description: 'State of the webhooks to return' },
					WEBHOOK_STATUSES,
					'ENABLED',
				),
				url: optionalText({
					displayName: 'URL',
					placeholder: 'e.g. https://example.com/phrase-events',
					description: 'URL of the webhooks to return',
				}),
			}),
		},
	},
	{
		request: ({ filters: { name, status, url, ...events } }) =>
			listWebhooks({ name, status, url, events: chosenEvents(events) }),
		ends: many({
			simple: SIMPLE_WEBHOOK,
			visible: visibleWebhook,
			add: (_values, _answer, { uid }) => ({ webhookUid: uid }),
		}),
	},
);
