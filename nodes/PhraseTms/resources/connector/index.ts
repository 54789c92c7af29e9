import type { Resource } from '../../../../core/operation/operation';
import { downloadPreparedFile } from './downloadPreparedFile';
import { get } from './get';
import { getMany } from './getMany';
import { getTasks } from './getTasks';
import { listContent } from './listContent';
import { requestFileDownload } from './requestFileDownload';
import { waitForFile } from './waitForFile';

/** A repository outside Phrase, such as a Git host or a CMS. */
export const connector: Resource = {
	name: 'Connector',
	operations: { downloadPreparedFile, get, getMany, getTasks, listContent, requestFileDownload, waitForFile },
	defaultOperation: 'listContent',
};
