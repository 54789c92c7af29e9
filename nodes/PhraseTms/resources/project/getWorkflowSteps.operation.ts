import { many } from '../../../../core/endings/many';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';

/** Lists the steps of a project. Source: getProjectWorkflowStepsV2, GET /api2/v2/projects/{projectUid}/workflowSteps. */
export const getWorkflowSteps = defineOperation(
	{
		name: 'Get Workflow Steps',
		action: 'Get workflow steps of a project',
		description: 'Retrieve the workflow steps of a project, none in a project without workflow',
		fields: { projectUid: project() },
	},
	{
		request: ({ projectUid }) => GET`/api2/v2/projects/${projectUid}/workflowSteps`,
		ends: many({ at: 'projectWorkflowSteps', paged: false, add: ({ projectUid }) => ({ projectUid }) }),
	},
);
