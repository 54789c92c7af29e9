import { file } from '../../../../core/endings/file';
import { fromInput } from '../../../../core/fields/fromInput';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { uploadedFile } from '../../../shared/tms/fields/uploadedFile';

/** Downloads an uploaded file, for which the header `Accept` asks. Source: getFileJson, GET /api2/v1/files/{fileUid}. */
export const download = defineOperation(
	{
		name: 'Download',
		action: 'Download a file',
		description: 'Put an uploaded file in a binary field or as text',
		fields: fromInput({ fileUid: uploadedFile() }),
	},
	{
		request: ({ fileUid }) => GET`/api2/v1/files/${fileUid}`.accepting('application/octet-stream'),
		ends: file({ fallbackName: ({ fileUid }) => fileUid, json: ({ fileUid }) => ({ fileUid }) }),
	},
);
