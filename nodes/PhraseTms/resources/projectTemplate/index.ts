import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { createFromProject } from './createFromProject.operation';
import { deleteProjectTemplate } from './delete.operation';

/** What projects are made of. */
export const projectTemplate: Resource = {
	name: 'Project Template',
	operations: { createFromProject, delete: deleteProjectTemplate, get, getMany },
	defaultOperation: 'getMany',
};
