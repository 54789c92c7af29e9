import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** What LQA assessments look for, and what they count. */
export const lqaProfile: Resource = {
	name: 'LQA Profile',
	operations: { get, getMany },
	defaultOperation: 'getMany',
};
