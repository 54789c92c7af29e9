import type { PhraseClient } from '../../../core/http/client.types';
import { asRecord, asRecords, asText } from '../../../core/http/read';
import { GET } from '../../../core/http/request';

/** Most workflow steps that a project can have. Source: parameter `workflowLevel` of listPartsV2. */
export const MAX_WORKFLOW_LEVEL = 15;

/** A step of a project's workflow. */
export interface WorkflowStep {
	/** Number of the step, from 1. */
	level: number;
	/** Its ID in the project, by which jobs are created; none for the level of a project without workflow steps. */
	id?: string;
	/** Its name, when Phrase tells one. */
	name?: string;
}

/**
 * Reads the workflow steps of a project. A project without workflow steps has its jobs on the first level.
 * Source: getProjectWorkflowStepsV2, GET /api2/v2/projects/{projectUid}/workflowSteps.
 */
export async function workflowSteps(client: PhraseClient, projectUid: string): Promise<WorkflowStep[]> {
	const { body } = await client.send(GET`/api2/v2/projects/${projectUid}/workflowSteps`);
	const steps = asRecords(asRecord(body).projectWorkflowSteps).flatMap(({ id, workflowLevel, name }) =>
		typeof workflowLevel === 'number' ? [{ level: workflowLevel, id: asText(id), name: asText(name) }] : [],
	);
	return steps.length > 0 ? steps : [{ level: 1 }];
}
