import type { Resource } from '../../../../core/operation/operation';
import { workflowStepByUid } from '../../../shared/tms/fields/workflowStep';
import { read } from '../shared/registered';

/**
 * Steps that workflows of projects are made of.
 * Source: listWFSteps, GET /api2/v1/workflowSteps; getWFStep, GET /api2/v1/workflowSteps/{workflowStepUid}.
 */
export const workflowStep: Resource = {
	name: 'Workflow Step',
	operations: read({
		one: 'workflow step',
		several: 'workflow steps',
		uid: 'workflowStepUid',
		field: workflowStepByUid,
		path: 'workflowSteps',
	}),
	defaultOperation: 'getMany',
};
