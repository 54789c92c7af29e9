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
import { update } from './update.operation';
import { getProviders } from './getProviders.operation';
import { assignProvidersFromTemplate } from './assignProvidersFromTemplate.operation';
import { getAnalyses } from './getAnalyses.operation';
import { getQuotes } from './getQuotes.operation';
import { getTranslationMemories } from './getTranslationMemories.operation';
import { setTranslationMemories } from './setTranslationMemories.operation';
import { getTermBases } from './getTermBases.operation';
import { setTermBases } from './setTermBases.operation';
import { getMtSettings } from './getMtSettings.operation';
import { setMtSettings } from './setMtSettings.operation';

/** What jobs of one source language belong to. */
export const project: Resource = {
	name: 'Project',
	operations: {
		addTargetLanguages,
		assignProvidersFromTemplate,
		clone,
		create,
		createFromTemplate,
		delete: deleteProject,
		get,
		getAnalyses,
		getMany,
		getMtSettings,
		getProviders,
		getQuotes,
		getTermBases,
		getTranslationMemories,
		getWorkflowSteps,
		setMtSettings,
		setStatus,
		setTermBases,
		setTranslationMemories,
		update,
	},
	defaultOperation: 'getMany',
};
