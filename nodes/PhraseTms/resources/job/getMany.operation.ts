import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { jobListFields, listJobs, perWorkflowLevel } from '../../../shared/tms/jobList';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';

/**
 * Lists the jobs of a project; of all its workflow levels, of which Phrase lists one at a time.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs.
 */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many jobs',
		description: 'Retrieve a list of jobs of a project',
		fields: { projectUid: project(), ...jobListFields },
	},
	{
		request: (values) => listJobs(values),
		ends: many({
			simple: SIMPLE_JOB,
			add: ({ projectUid }, _answer, { uid }) => ({ projectUid, jobUid: uid }),
			requests: async (request, values, client) => await perWorkflowLevel(request, values, client),
		}),
	},
);
