import { fileToSend, sentFile } from '../../../../core/fields/sentFile';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { createdJobs } from './shared/createdJobs';
import { existingJobs, lookBeforeOption } from './shared/lookBefore';
import { withJobFile } from './shared/jobUpload';
import { checkJobMetadata, jobMetadataFields, toJobCreateRequest } from './shared/jobMetadata';

/**
 * Uploads a file, of which Phrase makes a job for each target language and workflow step.
 * Source: createJob, POST /api2/v1/projects/{projectUid}/jobs, metadata in the header `Memsource`.
 */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a job',
		description: 'Upload a file or a text and create a job for each target language',
		fields: { ...sentFile.fields, ...jobMetadataFields },
		options: { ...sentFile.options, ...lookBeforeOption },
	},
	{
		check: (values) =>
			values.options.lookBeforeCreating !== undefined && values.additionalFields.remoteFile
				? "'Look Before Creating' knows no remote file: leave out one of them"
				: checkJobMetadata(values),
		request: (values, tools) =>
			withJobFile(
				POST`/api2/v1/projects/${values.projectUid}/jobs`,
				fileToSend(values),
				toJobCreateRequest(values, tools),
			),
		ends: {
			...createdJobs(async ({ client, values }, targetLangs) => {
				const { projectUid, options, additionalFields } = values;
				const minutes = options.lookBeforeCreating;
				if (minutes === undefined) return [];
				const filename = fileToSend(values).fileName;
				const wanted = { projectUid, filename, path: additionalFields.path, targetLangs };
				return await existingJobs(client, wanted, minutes);
			}),
			looksFirst: ({ options }) => options.lookBeforeCreating !== undefined,
		},
	},
);
