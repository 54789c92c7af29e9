import { many } from '../../../../core/operation/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../fields';
import { jobListFields, listJobs, perWorkflowLevel } from './jobList';
import { SIMPLE_JOB } from './simpleJob';

/** Lists the jobs of a project; of all its workflow levels, of which Phrase lists one at a time. */
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
			add: ({ projectUid }) => ({ projectUid }),
			requests: async (request, values, client) => await perWorkflowLevel(request, values, client),
		}),
	},
);
