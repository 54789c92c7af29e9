import { singleUseFile } from '../../../../core/endings/singleUseFile';
import { callbackTarget } from '../../../../core/fields/notify';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { fileFormat } from '../../../shared/tms/fields/fileFormat';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import {
	downloadExported,
	EXPORT,
	exportTargetFile,
	targetFileName,
	targetLangOf,
} from './shared/targetFile';

/**
 * Requests a target file, waits until Phrase has made it, and streams it into a binary field.
 * Source: completedFileV3, PUT /api2/v3/projects/{projectUid}/jobs/{jobUid}/targetFile;
 * downloadCompletedFile, GET
 * /api2/v2/projects/{projectUid}/jobs/{jobUid}/downloadTargetFile/{asyncRequestId}.
 */
export const downloadTargetFile = defineOperation(
	{
		name: 'Download Target File',
		action: 'Download a target file',
		description: 'Export the target file of a job, wait for it, and put it in a binary field or as text',
		fields: { ...fromInput({ projectUid: project(), jobUid: job() }), format: fileFormat() },
	},
	{
		request: (values, tools) => {
			const { projectUid, jobUid } = values;
			const context = { kind: 'asyncRequest', projectUid, jobUid } as const;
			return exportTargetFile(values, tools.callbackUrl(callbackTarget(values), context));
		},
		ends: singleUseFile({
			...EXPORT,
			language: async (call) => await targetLangOf(call),
			collect: (values, id) => downloadExported(values, id),
			fallbackName: (values) => targetFileName(values),
			json: ({ projectUid, jobUid }) => ({ projectUid, jobUid }),
		}),
	},
);
