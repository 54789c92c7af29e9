import type { Resource } from '../../../../core/operation/operation';
import { get } from './get';
import { getMany } from './getMany';

/** What jobs of one source language belong to. */
export const project: Resource = {
	name: 'Project',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
