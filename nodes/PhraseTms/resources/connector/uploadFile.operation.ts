import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { fileToSend, sentFile } from '../../../../core/fields/sentFile';
import { optionalText } from '../../../../core/fields/text';
import { exactAsciiJson } from '../../../../core/http/jsonBody';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { connector } from '../../../shared/tms/fields/connector';
import { folder } from '../../../shared/tms/fields/connectorFile';
import { taskProject } from '../../../shared/tms/fields/downloadTask';
import { uploadedByTask } from './shared/uploadedByTask';

/**
 * Has a connector put a file into its repository.
 * Source: uploadFileV2, POST /api2/v2/connectors/{connectorId}/folders/{folder}/files/{fileName}/upload, whose header
 * `Memsource` has to hold `commitMessage` and `subfolderName`.
 */
export const uploadFile = defineOperation(
	{
		name: 'Upload File',
		action: 'Upload a file to a connector',
		description: 'Put a file or a text in a folder of a connector, over a file of the same name',
		fields: { connectorId: connector(), folder: folder(), ...sentFile.fields, ...notifyFields },
		options: {
			commitMessage: optionalText({
				displayName: 'Commit Message',
				placeholder: 'e.g. Update the German guide',
				description: 'What the repository keeps of the change; it names the file when left out',
			}),
			...sentFile.options,
			projectUid: taskProject('upload'),
			subfolderName: optionalText({
				displayName: 'Subfolder',
				placeholder: 'e.g. de',
				description: 'Name of the folder inside the chosen one',
			}),
		},
	},
	{
		request: (values, tools) => {
			const { connectorId, folder: folderName, options } = values;
			const file = fileToSend(values);
			const { fileName } = file;
			return POST`/api2/v2/connectors/${connectorId}/folders/${folderName}/files/${fileName}/upload`
				.repeatable('refused')
				.query({ mimeType: file.mimeType })
				.header(
					'Memsource',
					exactAsciiJson({
						commitMessage: options.commitMessage ?? `Upload ${fileName}`,
						subfolderName: options.subfolderName ?? '',
						callbackUrl: tools.callbackUrl(callbackTarget(values), {
							kind: 'connectorTask',
							connectorId,
							folder: folderName,
							fileName,
						}),
					}),
				)
				.multipart([{ name: 'file', file, contentType: file.mimeType }]);
		},
		ends: uploadedByTask((values) => ({
			...values,
			...values.options,
			fileName: fileToSend(values).fileName,
		})),
	},
);
