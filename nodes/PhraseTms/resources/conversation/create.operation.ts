import { one } from '../../../../core/endings/one';
import { wholeNumber } from '../../../../core/fields/number';
import { optionalText, requiredId, requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { ofJob, SIMPLE_CONVERSATION } from './shared/conversationFields';

/**
 * Begins a conversation about a segment.
 * Source: createSegmentTargetConversationV3, POST /api2/v3/jobs/{jobUid}/conversations/plains; schema PlainReferences.
 */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a conversation',
		description: 'Comment on a segment of a job, for its linguist to read and answer',
		fields: {
			...ofJob,
			segmentId: requiredId({
				displayName: 'Segment ID',
				placeholder: 'e.g. q4Kz7xRnT0vWcHs2',
				description: "ID of the segment, 'id' of Job > Get Segments",
			}),
			transGroupId: wholeNumber(
				{ displayName: 'Group Number', description: 'Number of the group that holds the segment' },
				{ min: 0, initially: 0 },
			),
			text: requiredText({ displayName: 'Comment', description: 'What to say' }),
		},
		options: {
			commentedText: optionalText({
				displayName: 'Commented Text',
				description: 'The part of the target that the comment is about',
			}),
			conversationTitle: optionalText({ displayName: 'Title', description: 'Title of the conversation' }),
		},
	},
	{
		request: ({ jobUid, segmentId, transGroupId, text, options }) =>
			POST`/api2/v3/jobs/${jobUid}/conversations/plains`.repeatable('refused').json({
				comment: { text },
				references: { segmentId, transGroupId, ...options },
			}),
		ends: one({
			simple: SIMPLE_CONVERSATION,
			add: ({ projectUid, jobUid }, { id }) => ({ projectUid, jobUid, conversationId: id }),
		}),
	},
);
