import { one } from '../../../../core/endings/one';
import { fromInput } from '../../../../core/fields/fromInput';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { MAX_JOBS } from './shared/assessedJobs';

/** Gets an address of reports. Source: getLqaReportLink, GET /api2/v1/lqa/assessments/reports/link. */
export const getReportLink = defineOperation(
	{
		name: 'Get Report Link',
		action: 'Get a link to LQA reports',
		description: 'Get a link to the reports about LQA assessments, which others can open until it expires',
		fields: fromInput({ jobUids: jobUids(MAX_JOBS) }),
	},
	{
		request: ({ jobUids: uids }) =>
			GET`/api2/v1/lqa/assessments/reports/link`.query({ jobParts: uids.join(',') }),
		ends: one({ add: ({ jobUids: uids }) => ({ jobUids: uids, ...onlyJob(uids) }) }),
	},
);
