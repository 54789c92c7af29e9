import { listed } from '../../../../core/endings/listed';
import { fromInput } from '../../../../core/fields/fromInput';
import { optionalText } from '../../../../core/fields/text';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { assessedJob, MAX_JOBS } from './shared/assessedJobs';

/** Finishes assessments, which scores them. Source: finishAssessments, PUT /api2/v1/lqa/assessments/scorings. */
export const finish = defineOperation(
	{
		name: 'Finish',
		action: 'Finish LQA assessments of jobs',
		description: 'Finish the LQA assessment of each job, which gives its score and whether it passed',
		fields: {
			...fromInput({ jobUids: jobUids() }),
			overallFeedback: optionalText({
				displayName: 'Overall Feedback',
				description: 'What to say about each of the jobs',
			}),
		},
	},
	{
		request: ({ jobUids: uids, overallFeedback }) =>
			PUT`/api2/v1/lqa/assessments/scorings`
				.repeatable('always')
				.json({ items: uids.map((jobPartUid) => ({ jobPartUid, overallFeedback })) }),
		ends: listed({
			at: 'results',
			batches: { list: 'jobUids', size: MAX_JOBS },
			add: (_values, _answer, result) => assessedJob(result),
		}),
	},
);
