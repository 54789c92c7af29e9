import { one } from '../../../../core/endings/one';
import { fromInput } from '../../../../core/fields/fromInput';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';

/**
 * Reads what Phrase found wrong when it made a target file.
 * Source: getCompletedFileWarnings, GET /api2/v1/projects/{projectUid}/jobs/{jobUid}/targetFileWarnings.
 */
export const getTargetFileWarnings = defineOperation(
	{
		name: 'Get Target File Warnings',
		action: 'Get warnings about a target file',
		description: 'Retrieve what Phrase finds wrong with the target file of a job',
		fields: fromInput({ projectUid: project(), jobUid: job() }),
	},
	{
		request: ({ projectUid, jobUid }) =>
			GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}/targetFileWarnings`,
		ends: one({ add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }) }),
	},
);
