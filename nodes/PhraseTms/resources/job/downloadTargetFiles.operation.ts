import { choice } from '../../../../core/fields/choice';
import { shownWhen } from '../../../../core/fields/field';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { fileFormat } from '../../../shared/tms/fields/fileFormat';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';
import { jobListFields, listJobs } from '../../../shared/tms/jobList';
import { targetFiles } from './shared/targetFiles';

const OF_PROJECT = { jobs: ['project'] };

/**
 * Requests many target files at once, waits for them together, and streams each into a binary field.
 * Source: completedFileV3, PUT /api2/v3/projects/{projectUid}/jobs/{jobUid}/targetFile;
 * downloadCompletedFile, GET
 * /api2/v2/projects/{projectUid}/jobs/{jobUid}/downloadTargetFile/{asyncRequestId}.
 */
export const downloadTargetFiles = defineOperation(
	{
		name: 'Download Target Files',
		action: 'Download many target files',
		description: 'Export the target files of many jobs, wait for them, and put each in a binary field',
		fields: {
			...fromInput({ projectUid: project() }),
			jobs: choice(
				{ displayName: 'Jobs', description: 'The jobs whose target files to download' },
				[
					{
						name: 'All of the Project',
						value: 'project',
						description: 'All jobs of the project, or those that match',
					},
					{ name: 'By UID', value: 'uids', description: 'The jobs that the input names' },
				],
				'uids',
			),
			jobUids: shownWhen({ jobs: ['uids'] }, jobUids()),
			workflowLevels: shownWhen(OF_PROJECT, jobListFields.workflowLevels),
			workflowLevel: shownWhen(OF_PROJECT, jobListFields.workflowLevel),
			filters: shownWhen(OF_PROJECT, jobListFields.filters),
			format: fileFormat(),
			itemFor: choice(
				{ displayName: 'Create Item For', description: 'How the files are spread over the output items' },
				[
					{ name: 'Each File', value: 'file', description: 'One item with one binary field for each file' },
					{
						name: 'Each Language',
						value: 'language',
						description: 'One item for each target language, its files in data_0, data_1 and so on',
					},
				],
				'file',
			),
		},
		hiddenInTools: true,
	},
	{
		request: (values) => listJobs(values),
		ends: targetFiles(),
	},
);
