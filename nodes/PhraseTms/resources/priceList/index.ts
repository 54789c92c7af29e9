import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** What translations cost. */
export const priceList: Resource = {
	name: 'Price List',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
