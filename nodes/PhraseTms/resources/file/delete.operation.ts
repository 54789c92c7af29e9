import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { uploadedFile } from '../../../shared/tms/fields/uploadedFile';

/** Deletes an uploaded file. Source: deletesFile, DELETE /api2/v1/files/{fileUid}. */
export const deleteFile = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a file',
		description: 'Delete an uploaded file',
		fields: { fileUid: uploadedFile() },
	},
	{
		request: ({ fileUid }) => DELETE`/api2/v1/files/${fileUid}`,
		ends: none(({ fileUid }) => ({ fileUid, deleted: true })),
	},
);
