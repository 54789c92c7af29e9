import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** Companies that translate for the organization. */
export const vendor: Resource = {
	name: 'Vendor',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
