import { listed } from '../../../../core/endings/listed';
import { fromInput } from '../../../../core/fields/fromInput';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { assessedJob, jobParts, MAX_JOBS, SIMPLE_ASSESSMENT } from './shared/assessedJobs';

/** Reads the assessments of jobs. Source: getAssessments, POST /api2/v1/lqa/assessments. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get LQA assessments of jobs',
		description: 'Retrieve the LQA assessment of each job, with result and score once it is finished',
		fields: fromInput({ jobUids: jobUids() }),
	},
	{
		request: ({ jobUids: uids }) => POST`/api2/v1/lqa/assessments`.repeatable('always').json(jobParts(uids)),
		ends: listed({
			at: 'assessmentDetails',
			simple: SIMPLE_ASSESSMENT,
			batches: { list: 'jobUids', size: MAX_JOBS },
			add: (_values, _answer, assessment) => assessedJob(assessment),
		}),
	},
);
