import { one } from '../../../../core/endings/one';
import { fileToSend, sentFile } from '../../../../core/fields/sentFile';
import { contentDisposition } from '../../../../core/http/fileName';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Uploads a file, such as a preview package of jobs. Source: createUrlFile, POST /api2/v1/files. */
export const upload = defineOperation(
	{
		name: 'Upload',
		action: 'Upload a file',
		description: 'Upload a file or a text that other calls refer to by its UID',
		fields: sentFile.fields,
		options: sentFile.options,
	},
	{
		request: (values) => {
			const file = fileToSend(values);
			return POST`/api2/v1/files`
				.repeatable('refused')
				.header('Content-Disposition', contentDisposition(file.fileName))
				.bytes(file);
		},
		ends: one({ add: (_values, { uid }) => ({ fileUid: uid }) }),
	},
);
