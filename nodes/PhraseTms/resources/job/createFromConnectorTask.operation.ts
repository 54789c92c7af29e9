import { toggle } from '../../../../core/fields/choice';
import { POST } from '../../../../core/http/request';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { downloadTaskId } from '../../../shared/tms/fields/downloadTask';
import { createdJobs } from './shared/createdJobs';
import { checkJobMetadata, jobMetadataFields, toJobCreateRequest } from './shared/jobMetadata';

/**
 * Makes jobs of a file that a connector has downloaded.
 * Source: createJobFromAsyncDownloadTask, POST /api2/v1/projects/{projectUid}/jobs/connectorTask.
 */
export const createFromConnectorTask = defineOperation(
	{
		name: 'Create From Connector Task',
		action: 'Create a job from connector task',
		description: 'Create a job for each target language from a file that a connector has downloaded',
		fields: { ...fromInput({ downloadTaskId: downloadTaskId() }), ...jobMetadataFields },
		options: {
			continuous: toggle({
				displayName: 'Continuous',
				description: 'Whether the job follows later changes of the file in the repository',
			}),
		},
	},
	{
		check: checkJobMetadata,
		request: (values, tools) =>
			POST`/api2/v1/projects/${values.projectUid}/jobs/connectorTask`
				.repeatable('refused')
				.query({ downloadTaskId: values.downloadTaskId, continuous: values.options.continuous })
				.json(toJobCreateRequest(values, tools)),
		ends: createdJobs(),
	},
);
