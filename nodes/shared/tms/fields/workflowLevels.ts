import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { listOf } from '../../../../core/fields/list';
import { loadedChoices } from '../../../../core/fields/loadedChoice';
import { givenWholeNumber } from '../../../../core/fields/number';
import { MAX_WORKFLOW_LEVEL, workflowSteps, type WorkflowStep } from '../workflowSteps';
import { chosenProject } from '../chosenProject';
import { lookupClient } from '../tmsLookups';

/** The workflow steps of jobs that a trigger takes, by their level; the list follows the project among its filters. */
export const workflowLevelsFilter = (hint: string) =>
	loadedChoices(
		{ displayName: 'Workflow Step', hint, load: getWorkflowLevels, dependsOn: ['filters.projectUid.value'] },
		() => listOf(givenWholeNumber({ min: 1 })),
	);

/** The workflow steps of the chosen project by name, or all that can be as long as none is chosen. */
async function getWorkflowLevels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const projectUid = chosenProject(this);
	const steps: WorkflowStep[] =
		projectUid === undefined
			? Array.from({ length: MAX_WORKFLOW_LEVEL }, (_, index) => ({ level: index + 1 }))
			: await workflowSteps(lookupClient(this), projectUid);
	return steps.map(({ level, name }) => ({
		name: name === undefined ? `Step ${level}` : `${name} (Step ${level})`,
		value: level,
	}));
}
