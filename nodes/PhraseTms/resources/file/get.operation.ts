import { one } from '../../../../core/endings/one';
import { fromInput } from '../../../../core/fields/fromInput';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { uploadedFile } from '../../../shared/tms/fields/uploadedFile';

/** Reads what is known of an uploaded file. Source: getFileJson, GET /api2/v1/files/{fileUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a file',
		description: 'Retrieve the name, the size and the type of an uploaded file',
		fields: fromInput({ fileUid: uploadedFile() }),
	},
	{
		request: ({ fileUid }) => GET`/api2/v1/files/${fileUid}`,
		ends: one({ add: ({ fileUid }) => ({ fileUid }) }),
	},
);
