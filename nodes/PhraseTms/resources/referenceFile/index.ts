import type { Resource } from '../../../../core/operation/operation';
import { deleteReferenceFiles } from './delete.operation';
import { download } from './download.operation';
import { getMany } from './getMany.operation';
import { upload } from './upload.operation';

/** A file or note for the people who translate a project. */
export const referenceFile: Resource = {
	name: 'Reference File',
	operations: { delete: deleteReferenceFiles, download, getMany, upload },
	defaultOperation: 'upload',
};
