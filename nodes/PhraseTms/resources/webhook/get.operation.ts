import { getWebhook } from '../../../../core/phrase/webhooks/webhook';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { webhook } from '../../../shared/tms/fields/webhook';
import { SIMPLE_WEBHOOK, visibleWebhook } from './shared/visibleWebhook';

/** Reads one webhook. Source: getWebHookV2, GET /api2/v2/webhooks/{webHookUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a webhook',
		description: 'Retrieve a webhook',
		fields: { webhookUid: webhook() },
	},
	{
		request: ({ webhookUid }) => getWebhook(webhookUid),
		ends: one({
			simple: SIMPLE_WEBHOOK,
			visible: visibleWebhook,
			add: ({ webhookUid }) => ({ webhookUid }),
		}),
	},
);
