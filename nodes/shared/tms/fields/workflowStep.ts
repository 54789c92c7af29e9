import { searchOf } from '../tmsSearch';
import { GET } from '../../../../core/http/request';
import { locator } from '../../../../core/fields/locator';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { loadedChoice } from '../../../../core/fields/loadedChoice';
import { idOrEmpty } from '../../../../core/fields/text';
import { chosenProject } from '../chosenProject';
import { lookupClient } from '../tmsLookups';
import { workflowSteps } from '../workflowSteps';

/** A workflow step of the chosen project, by its ID there; an empty text for none. */
export const optionalWorkflowStep = (hint: string) =>
	loadedChoice(
		{ displayName: 'Workflow Step', hint, load: getWorkflowSteps, dependsOn: ['projectUid.value'] },
		idOrEmpty,
	);

/** The workflow steps of the chosen project by name, after the choice of none. */
async function getWorkflowSteps(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const projectUid = chosenProject(this);
	const steps = projectUid === undefined ? [] : await workflowSteps(lookupClient(this), projectUid);
	const options = steps.flatMap(({ id, name, level }) =>
		id === undefined ? [] : [{ name: name ?? `Step ${level}`, value: id }],
	);
	return [{ name: 'None', value: '' }, ...options];
}

/** Workflow steps by name. Source: listWFSteps, GET /api2/v1/workflowSteps. */
const searchWorkflowStepsByUid = searchOf('searchWorkflowStepsByUid', {
	list: GET`/api2/v1/workflowSteps`,
	by: 'name',
	id: 'uid',
});

/** The workflow step an operation is about. */
export const workflowStepByUid = () =>
	locator({
		displayName: 'Workflow Step',
		description: 'The workflow step in Phrase TMS',
		search: searchWorkflowStepsByUid,
		idPlaceholder: 'e.g. 4wKd8nTzRb2hXcYf5jVq26',
	});
