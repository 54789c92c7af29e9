import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** Steps that workflows of projects are made of. */
export const workflowStep: Resource = {
	name: 'Workflow Step',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
