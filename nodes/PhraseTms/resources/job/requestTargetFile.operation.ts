import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { startedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { EXPORT, exportTargetFile } from './shared/targetFile';

/**
 * Starts the export of a target file; another node, or another workflow, collects it.
 * Source: completedFileV3, PUT /api2/v3/projects/{projectUid}/jobs/{jobUid}/targetFile.
 */
export const requestTargetFile = defineOperation(
	{
		name: 'Request Target File',
		action: 'Request a target file',
		description: 'Start the export of the target file of a job, and go on at once',
		fields: { ...fromInput({ projectUid: project(), jobUid: job() }), ...notifyFields },
	},
	{
		request: (values, tools) => {
			const { projectUid, jobUid } = values;
			return exportTargetFile(
				values,
				tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest', projectUid, jobUid }),
			);
		},
		ends: startedAsyncRequest({
			name: EXPORT.name,
			add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }),
		}),
	},
);
