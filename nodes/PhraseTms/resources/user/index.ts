import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** Who works in the organization. */
export const user: Resource = {
	name: 'User',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
