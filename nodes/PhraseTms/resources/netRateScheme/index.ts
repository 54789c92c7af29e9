import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** What is paid for matches. */
export const netRateScheme: Resource = {
	name: 'Net Rate Scheme',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
