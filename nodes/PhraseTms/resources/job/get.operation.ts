import { GET } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';

/**
 * Reads one job, its import status included.
 * Source: getPart, GET /api2/v1/projects/{projectUid}/jobs/{jobUid}.
 */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a job',
		description: 'Retrieve the state of a job, with its import status',
		fields: { projectUid: project(), jobUid: job() },
	},
	{
		request: ({ projectUid, jobUid }) => GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}`,
		ends: one({ simple: SIMPLE_JOB, add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }) }),
	},
);
