import { one } from '../../../../core/endings/one';
import { requiredChoice } from '../../../../core/fields/choice';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { oneConversation, SIMPLE_CONVERSATION } from './shared/conversationFields';

/**
 * Resolves a conversation about a segment, or opens it again.
 * Source: updatePlainConversation, PUT /api2/v1/jobs/{jobUid}/conversations/plains/{conversationId}.
 */
export const setStatus = defineOperation(
	{
		name: 'Set Status',
		action: 'Set the status of a conversation',
		description: 'Resolve a conversation about a segment, or open it again',
		fields: {
			...oneConversation,
			status: requiredChoice(
				{ displayName: 'Status', description: 'The new status' },
				[
					{ name: 'Resolved', value: 'resolved' },
					{ name: 'Unresolved', value: 'unresolved' },
				],
				'resolved',
			),
		},
	},
	{
		request: ({ jobUid, conversationId, status }) =>
			PUT`/api2/v1/jobs/${jobUid}/conversations/plains/${conversationId}`
				.repeatable('always')
				.json({ status }),
		ends: one({
			simple: SIMPLE_CONVERSATION,
			add: ({ projectUid, jobUid, conversationId }) => ({ projectUid, jobUid, conversationId }),
		}),
	},
);
