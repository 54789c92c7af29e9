import { rewritten } from '../../../../core/endings/rewritten';
import { collection } from '../../../../core/fields/collection';
import { defineOperation } from '../../../../core/operation/operation';
import { getWebhook } from '../../../../core/phrase/webhooks/webhook';
import { webhook } from '../../../shared/tms/fields/webhook';
import { SIMPLE_WEBHOOK, visibleWebhook } from './shared/visibleWebhook';
import { changes, conflictIn, writeWebhook } from './shared/webhookChanges';

/**
 * Changes a webhook. Phrase takes a webhook whole only, so it is read, changed and written back.
 * Source: getWebHookV2, GET /api2/v2/webhooks/{webHookUid}; updateWebHookV2, PUT /api2/v2/webhooks/{webHookUid}.
 */
export const update = defineOperation(
	{
		name: 'Update',
		action: 'Update a webhook',
		description: 'Change a webhook; what you do not give stays as it is',
		fields: { webhookUid: webhook(), updateFields: collection('Update Fields', 'Add field', changes) },
	},
	{
		check: ({ updateFields }) => conflictIn(updateFields),
		request: ({ webhookUid }) => getWebhook(webhookUid),
		ends: rewritten(
			({ webhookUid, updateFields }, current) => writeWebhook(webhookUid, current, updateFields),
			{
				simple: SIMPLE_WEBHOOK,
				visible: visibleWebhook,
				add: ({ webhookUid }) => ({ webhookUid }),
			},
		),
	},
);
