import { listed } from '../../../../core/endings/listed';
import { toggle } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { wholeNumber } from '../../../../core/fields/number';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';

/**
 * Finds terms in the term bases that a job reads.
 * Source: searchTermsByJobV2, POST /api2/v2/projects/{projectUid}/jobs/{jobUid}/termBases/searchByJob.
 */
export const searchByJob = defineOperation(
	{
		name: 'Search by Job',
		action: 'Search term bases of a job',
		description: 'Find terms in the term bases of a job, with their translations',
		fields: {
			...fromInput({ projectUid: project(), jobUid: job() }),
			query: requiredText({ displayName: 'Query', description: 'The term, or a part of it' }),
			limit: wholeNumber(
				{ displayName: 'Limit', description: 'Max number of results to return' },
				{ min: 1, initially: 50 },
			),
		},
		options: {
			reverse: toggle({
				displayName: 'Reverse',
				description: 'Whether the query is in the target language of the job',
			}),
		},
	},
	{
		request: ({ projectUid, jobUid, query, limit, options }) =>
			POST`/api2/v2/projects/${projectUid}/jobs/${jobUid}/termBases/searchByJob`
				.repeatable('always')
				.json({ query, count: limit, reverse: options.reverse }),
		ends: listed({ at: 'searchResults', add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }) }),
	},
);
