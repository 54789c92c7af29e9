import { one } from '../../../../core/endings/one';
import { requiredText } from '../../../../core/fields/text';
import { asRecord } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { kind, oneConversation } from './shared/conversationFields';

/**
 * Comments in a conversation.
 * Source: addPlainCommentV3, POST /api2/v3/jobs/{jobUid}/conversations/plains/{conversationId}/comments;
 * addLQACommentV2, POST /api2/v2/jobs/{jobUid}/conversations/lqas/{conversationId}/comments.
 */
export const addComment = defineOperation(
	{
		name: 'Add Comment',
		action: 'Add a comment to a conversation',
		description: 'Answer in a conversation of a job',
		fields: {
			kind,
			...oneConversation,
			text: requiredText({ displayName: 'Comment', description: 'What to say' }),
		},
	},
	{
		request: ({ jobUid, kind: about, conversationId, text }) =>
			(about === 'plains'
				? POST`/api2/v3/jobs/${jobUid}/conversations/plains/${conversationId}/comments`
				: POST`/api2/v2/jobs/${jobUid}/conversations/lqas/${conversationId}/comments`
			)
				.repeatable('refused')
				.json({ text }),
		ends: one({
			simple: ({ conversation }) => ({ status: asRecord(conversation).status }),
			add: ({ projectUid, jobUid, conversationId }, { id }) => ({
				projectUid,
				jobUid,
				conversationId,
				commentId: id,
			}),
		}),
	},
);
