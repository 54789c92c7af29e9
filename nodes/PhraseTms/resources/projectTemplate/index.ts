import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** What projects are made of. */
export const projectTemplate: Resource = {
	name: 'Project Template',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
