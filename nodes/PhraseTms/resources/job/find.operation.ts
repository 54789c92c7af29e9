import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { jobFilters, jobListFields, listJobs, perWorkflowLevel } from '../../../shared/tms/jobList';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';
import { findFields, isMatch } from './shared/findFields';

const { filename: _byField, ...filters } = jobFilters;
const { workflowLevels, workflowLevel } = jobListFields;

/**
 * Finds the jobs of one file. Phrase finds parts of file names, so what it lists is compared here. It cannot be asked
 * for source files and server tasks: all jobs of the project are read then.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs, members `sourceFileUid` and `serverTaskId`.
 */
export const find = defineOperation(
	{
		name: 'Find',
		action: 'Find jobs of a file',
		description: 'Find the jobs of a file by its name, its source file or its server task',
		fields: {
			projectUid: project(),
			...findFields,
			workflowLevels,
			workflowLevel,
			filters: collection('Filters', 'Add filter', filters),
		},
	},
	{
		request: (values) => listJobs({ ...values, filters: { ...values.filters, filename: values.filename } }),
		ends: many({
			simple: SIMPLE_JOB,
			add: ({ projectUid }, _answer, { uid }) => ({ projectUid, jobUid: uid }),
			only: (values, entry) => isMatch(values, entry),
			requests: async (request, values, client) => await perWorkflowLevel(request, values, client),
		}),
	},
);
