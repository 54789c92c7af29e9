import type { Resource } from '../../../../core/operation/operation';
import { downloadPreparedFile } from './downloadPreparedFile.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getTasks } from './getTasks.operation';
import { listContent } from './listContent.operation';
import { requestFileDownload } from './requestFileDownload.operation';
import { uploadFile } from './uploadFile.operation';
import { waitForFile } from './waitForFile.operation';

/** A repository outside Phrase, such as a Git host or a CMS. */
export const connector: Resource = {
	name: 'Connector',
	operations: {
		downloadPreparedFile,
		get,
		getMany,
		getTasks,
		listContent,
		requestFileDownload,
		uploadFile,
		waitForFile,
	},
	defaultOperation: 'listContent',
};
