import { inBatches } from '../../../../core/endings/inBatches';
import { fromInput } from '../../../../core/fields/fromInput';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { jobParts, MAX_JOBS } from './shared/assessedJobs';

/** Throws away assessments that are not finished. Source: discardOngoingAssessments, DELETE /api2/v1/lqa/assessments. */
export const discard = defineOperation(
	{
		name: 'Discard',
		action: 'Discard LQA assessments of jobs',
		description: 'Throw away the LQA assessments of jobs that are not finished',
		fields: fromInput({ jobUids: jobUids() }),
	},
	{
		request: ({ jobUids: uids }) => DELETE`/api2/v1/lqa/assessments`.json(jobParts(uids)),
		ends: inBatches({
			list: 'jobUids',
			entry: 'jobUid',
			size: MAX_JOBS,
			does: 'discarded',
			done: { discarded: true },
		}),
	},
);
