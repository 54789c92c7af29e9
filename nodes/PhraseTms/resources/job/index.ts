import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { createFromConnectorTask } from './createFromConnectorTask.operation';
import { deleteJobs } from './delete.operation';
import { downloadTargetFile } from './downloadTargetFile.operation';
import { downloadTargetFileByAsyncRequest } from './downloadTargetFileByAsyncRequest.operation';
import { downloadTargetFiles } from './downloadTargetFiles.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { preTranslate } from './preTranslate.operation';
import { requestTargetFile } from './requestTargetFile.operation';
import { setStatus } from './setStatus.operation';
import { updateMany } from './updateMany.operation';

/** One file in one target language and workflow step. */
export const job: Resource = {
	name: 'Job',
	operations: {
		create,
		createFromConnectorTask,
		delete: deleteJobs,
		downloadTargetFile,
		downloadTargetFileByAsyncRequest,
		downloadTargetFiles,
		get,
		getMany,
		preTranslate,
		requestTargetFile,
		setStatus,
		updateMany,
	},
	defaultOperation: 'create',
};
