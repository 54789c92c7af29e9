import { singleUseFile } from '../../../../core/endings/singleUseFile';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { asyncRequestId } from '../../../shared/tms/fields/asyncRequestId';
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
 * Collects a target file that an earlier node, or another workflow, requested.
 * Source: downloadCompletedFile, GET
 * /api2/v2/projects/{projectUid}/jobs/{jobUid}/downloadTargetFile/{asyncRequestId}.
 */
export const downloadTargetFileByAsyncRequest = defineOperation(
	{
		name: 'Download Target File by Async Request',
		action: 'Download a requested target file',
		description:
			'Put a target file that you requested earlier in a binary field or as text, after waiting for it if needed',
		fields: {
			...fromInput({ projectUid: project(), jobUid: job(), asyncRequestId: asyncRequestId() }),
			format: fileFormat(),
		},
	},
	{
		request: (values) => exportTargetFile(values),
		ends: singleUseFile({
			...EXPORT,
			language: async (call) => await targetLangOf(call),
			given: (values) => values.asyncRequestId,
			collect: (values, id) => downloadExported(values, id),
			fallbackName: (values) => targetFileName(values),
			json: ({ projectUid, jobUid }) => ({ projectUid, jobUid }),
		}),
	},
);
