import type { Resource } from '../../../../core/operation/operation';
import { create } from './create';
import { createFromConnectorTask } from './createFromConnectorTask';
import { downloadTargetFile } from './downloadTargetFile';
import { downloadTargetFileByAsyncRequest } from './downloadTargetFileByAsyncRequest';
import { downloadTargetFiles } from './downloadTargetFiles';
import { get } from './get';
import { getMany } from './getMany';
import { preTranslate } from './preTranslate';
import { requestTargetFile } from './requestTargetFile';

/** One file in one target language and workflow step. */
export const job: Resource = {
	name: 'Job',
	operations: {
		create,
		createFromConnectorTask,
		downloadTargetFile,
		downloadTargetFileByAsyncRequest,
		downloadTargetFiles,
		get,
		getMany,
		preTranslate,
		requestTargetFile,
	},
	defaultOperation: 'create',
};
