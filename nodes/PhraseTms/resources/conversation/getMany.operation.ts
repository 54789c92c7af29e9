import { many } from '../../../../core/endings/many';
import { choice, toggle } from '../../../../core/fields/choice';
import { collection } from '../../../../core/fields/collection';
import { dateTime } from '../../../../core/fields/dateTime';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { ofJob, SIMPLE_CONVERSATION } from './shared/conversationFields';

/**
 * Lists the conversations of a job.
 * Source: listAllConversations, GET /api2/v1/jobs/{jobUid}/conversations; listPlainConversations, GET
 * /api2/v1/jobs/{jobUid}/conversations/plains; listLQAConversations, GET /api2/v1/jobs/{jobUid}/conversations/lqas.
 */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many conversations',
		description: 'Retrieve a list of the conversations of a job, with their comments',
		fields: {
			...ofJob,
			kind: choice(
				{ displayName: 'Kind', description: 'What the conversations are about' },
				[
					{ name: 'All', value: 'all' },
					{ name: 'Quality Assessments', value: 'lqas' },
					{ name: 'Segments', value: 'plains' },
				],
				'all',
			),
			filters: collection('Filters', 'Add filter', {
				includeDeleted: toggle({
					displayName: 'Deleted',
					description: 'Whether to return deleted ones as well',
				}),
				since: dateTime({ displayName: 'Since', description: 'When they were changed at the earliest' }),
			}),
		},
	},
	{
		request: ({ jobUid, kind, filters }) => LISTS[kind](jobUid).query(filters),
		ends: many({
			at: 'conversations',
			paged: false,
			simple: SIMPLE_CONVERSATION,
			add: ({ projectUid, jobUid }, _answer, { id }) => ({ projectUid, jobUid, conversationId: id }),
		}),
	},
);

const LISTS = {
	all: (jobUid: string) => GET`/api2/v1/jobs/${jobUid}/conversations`,
	lqas: (jobUid: string) => GET`/api2/v1/jobs/${jobUid}/conversations/lqas`,
	plains: (jobUid: string) => GET`/api2/v1/jobs/${jobUid}/conversations/plains`,
};
