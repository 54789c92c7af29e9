import { removeWebhook } from '../../../../core/phrase/webhooks/webhook';
import { none } from '../../../../core/endings/none';
import { defineOperation } from '../../../../core/operation/operation';
import { webhook } from '../../../shared/tms/fields/webhook';

/** Deletes a webhook. Source: deleteWebHookV2, DELETE /api2/v2/webhooks/{webHookUid}. */
export const deleteWebhook = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a webhook',
		description: 'Remove a webhook; Phrase calls its URL no more',
		fields: { webhookUid: webhook() },
	},
	{
		request: ({ webhookUid }) => removeWebhook(webhookUid),
		ends: none(({ webhookUid }) => ({ webhookUid, deleted: true })),
	},
);
