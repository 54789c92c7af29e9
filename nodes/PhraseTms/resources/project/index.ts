import type { Resource } from '../../../../core/operation/operation';
import { addTargetLanguages } from './addTargetLanguages.operation';
import { clone } from './clone.operation';
import { create } from './create.operation';
import { createFromTemplate } from './createFromTemplate.operation';
import { deleteProject } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getWorkflowSteps } from './getWorkflowSteps.operation';
import { setStatus } from './setStatus.operation';

/** What jobs of one source language belong to. */
export const project: Resource = {
	name: 'Project',
	operations: {
		addTargetLanguages,
		clone,
		create,
		createFromTemplate,
		delete: deleteProject,
		get,
		getMany,
		getWorkflowSteps,
		setStatus,
	},
	defaultOperation: 'getMany',
};
