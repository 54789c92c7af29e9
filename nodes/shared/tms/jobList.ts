import { JOB_STATUSES } from '../../../core/phrase/events/jobStatus';
import { collection } from '../../../core/fields/collection';
import { choice, choices } from '../../../core/fields/choice';
import { wholeNumber } from '../../../core/fields/number';
import { optionalText } from '../../../core/fields/text';
import { GET, type PhraseRequest } from '../../../core/http/request';
import type { PhraseClient } from '../../../core/http/client.types';
import { shownWhen, type OptionalValues, type Values } from '../../../core/fields/field';
import { MAX_WORKFLOW_LEVEL, workflowSteps } from './workflowSteps';
import { targetLangOrAll } from './fields/targetLangs';

/** What jobs of a project are chosen by, beside their workflow step. */
export const jobFilters = {
	filename: optionalText({ displayName: 'File Name', description: 'Name of the file or a part of it' }),
	status: choices({ displayName: 'Status', description: 'States of the jobs to choose' }, JOB_STATUSES),
	targetLang: targetLangOrAll(),
};

/** The fields that choose jobs of a project. */
export const jobListFields = {
	workflowLevels: choice(
		{
			displayName: 'Workflow Levels',
			description: 'The workflow steps whose jobs to choose; a job of each step stands for the same file',
		},
		[
			{ name: 'All', value: 'all' },
			{ name: 'One', value: 'one' },
		],
		'all',
	),
	workflowLevel: shownWhen(
		{ workflowLevels: ['one'] },
		wholeNumber(
			{ displayName: 'Workflow Level', description: 'Number of the workflow step, from 1' },
			{ min: 1, max: MAX_WORKFLOW_LEVEL, initially: 1 },
		),
	),
	filters: collection('Filters', 'Add filter', jobFilters),
};

/** What the user chose of a project's jobs. */
export type JobList = { projectUid: string; filters?: OptionalValues<typeof jobFilters> } & Partial<
	Omit<Values<typeof jobListFields>, 'filters'>
>;

/**
 * Lists jobs of a project, of one workflow level: the first one unless told otherwise.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs.
 */
export function listJobs({ projectUid, workflowLevel, filters: chosen }: JobList): PhraseRequest {
	return GET`/api2/v2/projects/${projectUid}/jobs`.query({ workflowLevel, ...chosen });
}

/** The list requests that it takes to get the jobs of all the workflow levels that the user chose. */
export async function perWorkflowLevel(
	request: PhraseRequest,
	{ projectUid, workflowLevels }: JobList,
	client: PhraseClient,
): Promise<PhraseRequest[]> {
	if (workflowLevels === 'one') return [request];
	const steps = await workflowSteps(client, projectUid);
	return steps.map(({ level }) => request.query({ workflowLevel: level }));
}
