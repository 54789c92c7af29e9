import { choice } from '../../../../../core/fields/choice';
import { fromInput } from '../../../../../core/fields/fromInput';
import { requiredId } from '../../../../../core/fields/text';
import { job } from '../../../../shared/tms/fields/job';
import { project } from '../../../../shared/tms/fields/project';

/** What the simplified version of a conversation keeps. */
export const SIMPLE_CONVERSATION = [
	'id',
	'type',
	'status',
	'comments',
	'references',
	'lqaDescription',
	'createdBy',
	'dateCreated',
	'dateModified',
] as const;

/** The job whose conversations an operation is about; the project fills its list. */
export const ofJob = fromInput({ projectUid: project(), jobUid: job() });

/** What a conversation is about. */
export const kind = choice(
	{ displayName: 'Kind', description: 'What the conversation is about' },
	[
		{ name: 'Quality Assessment', value: 'lqas', description: 'An error that somebody has marked' },
		{ name: 'Segment', value: 'plains', description: 'A comment on a segment' },
	],
	'plains',
);

/** The conversation an operation is about. */
export const conversationId = requiredId({
	displayName: 'Conversation ID',
	placeholder: 'e.g. 5f0c2a7e9b1d4c0012ab34cd',
	description: 'ID of the conversation, as Get Many and Create give it',
});

/** One conversation of a job. */
export const oneConversation = { ...ofJob, ...fromInput({ conversationId }) };
