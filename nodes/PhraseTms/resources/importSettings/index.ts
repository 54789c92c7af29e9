import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** How Phrase TMS reads files when it makes jobs of them. */
export const importSettings: Resource = {
	name: 'Import Settings',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
