import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { kind, oneConversation } from './shared/conversationFields';

/**
 * Deletes a conversation.
 * Source: deletePlainConversation, DELETE /api2/v1/jobs/{jobUid}/conversations/plains/{conversationId};
 * deleteLQAConversation, DELETE /api2/v1/jobs/{jobUid}/conversations/lqas/{conversationId}.
 */
export const deleteConversation = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a conversation',
		description: 'Delete a conversation of a job with its comments',
		fields: { kind, ...oneConversation },
	},
	{
		request: ({ jobUid, kind: about, conversationId }) =>
			about === 'plains'
				? DELETE`/api2/v1/jobs/${jobUid}/conversations/plains/${conversationId}`
				: DELETE`/api2/v1/jobs/${jobUid}/conversations/lqas/${conversationId}`,
		ends: none(({ projectUid, jobUid, conversationId }) => ({
			projectUid,
			jobUid,
			conversationId,
			deleted: true,
		})),
	},
);
