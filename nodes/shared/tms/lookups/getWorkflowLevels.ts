import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { MAX_WORKFLOW_LEVEL, workflowSteps, type WorkflowStep } from '../workflowSteps';
import { chosenProject } from './chosenProject';
import { tmsClient } from './tmsClient';

/** The workflow steps of the chosen project by name, or all that can be as long as none is chosen. */
export async function getWorkflowLevels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const projectUid = chosenProject(this);
	const steps: WorkflowStep[] =
		projectUid === undefined
			? Array.from({ length: MAX_WORKFLOW_LEVEL }, (_, index) => ({ level: index + 1 }))
			: await workflowSteps(tmsClient(this), projectUid);
	return steps.map(({ level, name }) => ({
		name: name === undefined ? `Step ${level}` : `${name} (Step ${level})`,
		value: level,
	}));
}
