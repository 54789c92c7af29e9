import { collection } from '../../../../core/fields/collection';
import { choice, choices, optionalText, wholeNumber } from '../../../../core/fields/simple';
import { asRecord, asRecords } from '../../../../core/http/read';
import { GET, type PhraseRequest } from '../../../../core/http/request';
import type { PhraseClient } from '../../../../core/http/client.types';
import { many } from '../../../../core/operation/endings/many';
import { shownWhen } from '../../../../core/operation/field';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../fields';
import { JOB_STATUSES } from './jobStatuses';
import { SIMPLE_JOB } from './simpleJob';

/** Most workflow steps that a project can have. Source: parameter `workflowLevel` of listPartsV2. */
const MAX_WORKFLOW_LEVEL = 15;

/**
 * Lists the jobs of a project. Phrase lists one workflow level at a time, the first one unless told otherwise.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs.
 */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many jobs',
		description: 'Retrieve a list of jobs of a project',
		fields: {
			projectUid: project(),
			workflowLevels: choice(
				{
					displayName: 'Workflow Levels',
					description: 'The workflow steps whose jobs to return; a job of each step stands for the same file',
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
			filters: collection('Filters', 'Add filter', {
				filename: optionalText({ displayName: 'File Name', description: 'Name of the file or a part of it' }),
				status: choices({ displayName: 'Status', description: 'States of the jobs to return' }, JOB_STATUSES),
				targetLang: optionalText({
					displayName: 'Target Language',
					placeholder: 'e.g. cs_cz',
					description: 'Code of the target language',
				}),
			}),
		},
	},
	{
		request: ({ projectUid, workflowLevel, filters }) =>
			GET`/api2/v2/projects/${projectUid}/jobs`.query({ workflowLevel, ...filters }),
		ends: many({
			simple: SIMPLE_JOB,
			add: ({ projectUid }) => ({ projectUid }),
			requests: async (request, { projectUid, workflowLevels }, client) =>
				workflowLevels === 'one' ? [request] : await perWorkflowLevel(request, projectUid, client),
		}),
	},
);

/** One list request for each workflow level that the project has. */
async function perWorkflowLevel(
	request: PhraseRequest,
	projectUid: string,
	client: PhraseClient,
): Promise<PhraseRequest[]> {
	const { body } = await client.send(GET`/api2/v2/projects/${projectUid}/workflowSteps`);
	const levels = asRecords(asRecord(body).projectWorkflowSteps)
		.map(({ workflowLevel }) => workflowLevel)
		.filter((level) => typeof level === 'number');
	// A project without workflow steps has its jobs on the first level.
	return (levels.length > 0 ? levels : [1]).map((workflowLevel) => request.query({ workflowLevel }));
}
