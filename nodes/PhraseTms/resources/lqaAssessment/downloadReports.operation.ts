import { file } from '../../../../core/endings/file';
import { fromInput } from '../../../../core/fields/fromInput';
import { ANY_FILE } from '../../../../core/http/fileAnswer';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { MAX_JOBS } from './shared/assessedJobs';

/** Downloads reports about assessments. Source: downloadLqaReports, GET /api2/v1/lqa/assessments/reports. */
export const downloadReports = defineOperation(
	{
		name: 'Download Reports',
		action: 'Download LQA reports of jobs',
		description:
			'Put the reports about LQA assessments in a binary field: XLSX, or ZIP when there are several',
		fields: fromInput({ jobUids: jobUids(MAX_JOBS) }),
		hiddenInTools: true,
	},
	{
		request: ({ jobUids: uids }) =>
			GET`/api2/v1/lqa/assessments/reports`.query({ jobParts: uids.join(',') }).accepting(ANY_FILE),
		ends: file({
			fallbackName: ({ jobUids: uids }) => (uids.length === 1 ? `${uids[0]}.xlsx` : 'lqa-reports.zip'),
			json: ({ jobUids: uids }) => ({ jobUids: uids, ...onlyJob(uids) }),
		}),
	},
);
