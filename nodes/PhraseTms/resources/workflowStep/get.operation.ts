import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { workflowStepByUid } from '../../../shared/tms/fields/workflowStep';

/** Reads a workflow step. Source: getWFStep, GET /api2/v1/workflowSteps/{workflowStepUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a workflow step',
		description: 'Retrieve a workflow step',
		fields: { workflowStepUid: workflowStepByUid() },
	},
	{
		request: ({ workflowStepUid }) => GET`/api2/v1/workflowSteps/${workflowStepUid}`,
		ends: one({ add: ({ workflowStepUid }) => ({ workflowStepUid }) }),
	},
);
