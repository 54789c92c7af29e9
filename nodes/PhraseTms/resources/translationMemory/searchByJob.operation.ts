import { listed } from '../../../../core/endings/listed';
import { toggle } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { wholeNumber } from '../../../../core/fields/number';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { scoreThreshold } from './shared/scoreThreshold';

/**
 * Finds segments in the translation memories that a job reads.
 * Source: searchByJob3, POST /api2/v3/projects/{projectUid}/jobs/{jobUid}/transMemories/search.
 */
export const searchByJob = defineOperation(
	{
		name: 'Search by Job',
		action: 'Search translation memories of a job',
		description: 'Find segments that are like a text in the translation memories of a job',
		fields: {
			...fromInput({ projectUid: project(), jobUid: job() }),
			query: requiredText({ displayName: 'Query', description: 'The text to look for' }),
			limit: wholeNumber(
				{ displayName: 'Limit', description: 'Max number of results to return' },
				{ min: 1, max: 100, initially: 50 },
			),
		},
		options: {
			reverse: toggle({
				displayName: 'Reverse',
				description: 'Whether the query is in the target language of the job',
			}),
			scoreThreshold,
		},
	},
	{
		request: ({ projectUid, jobUid, query, limit, options }) =>
			POST`/api2/v3/projects/${projectUid}/jobs/${jobUid}/transMemories/search`
				.repeatable('always')
				.json({ query, maxResults: limit, ...options }),
		ends: listed({
			at: 'searchResults',
			add: ({ projectUid, jobUid }, _answer, { segmentId }) => ({ projectUid, jobUid, segmentId }),
		}),
	},
);
