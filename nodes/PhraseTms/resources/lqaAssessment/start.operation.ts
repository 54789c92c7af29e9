import { listed } from '../../../../core/endings/listed';
import { fromInput } from '../../../../core/fields/fromInput';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { assessedJob, jobParts, MAX_JOBS, SIMPLE_ASSESSMENT } from './shared/assessedJobs';

/**
 * Starts assessments; those that have begun stay as they are.
 * Source: startAssessments, PUT /api2/v1/lqa/assessments.
 */
export const start = defineOperation(
	{
		name: 'Start',
		action: 'Start LQA assessments of jobs',
		description: 'Begin an LQA assessment of each job, unless there is one already',
		fields: fromInput({ jobUids: jobUids() }),
	},
	{
		request: ({ jobUids: uids }) => PUT`/api2/v1/lqa/assessments`.repeatable('always').json(jobParts(uids)),
		ends: listed({
			at: 'assessmentDetails',
			simple: SIMPLE_ASSESSMENT,
			batches: { list: 'jobUids', size: MAX_JOBS },
			add: (_values, _answer, assessment) => assessedJob(assessment),
		}),
	},
);
