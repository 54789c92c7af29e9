import type { Resource } from '../../../../core/operation/operation';
import { deleteProject } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** What jobs of one source language belong to. */
export const project: Resource = {
	name: 'Project',
	operations: { delete: deleteProject, get, getMany },
	defaultOperation: 'getMany',
};
