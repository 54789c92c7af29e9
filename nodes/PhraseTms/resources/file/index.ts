import type { Resource } from '../../../../core/operation/operation';
import { deleteFile } from './delete.operation';
import { download } from './download.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { upload } from './upload.operation';

/** A file that was uploaded by itself, for other calls to refer to. */
export const file: Resource = {
	name: 'File',
	operations: { delete: deleteFile, download, get, getMany, upload },
	defaultOperation: 'upload',
};
