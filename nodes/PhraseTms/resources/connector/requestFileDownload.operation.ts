import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { connector } from '../../../shared/tms/fields/connector';
import { connectorFile, folder } from '../../../shared/tms/fields/connectorFile';
import { taskProject } from '../../../shared/tms/fields/downloadTask';
import { preparedByTask } from './shared/preparedByTask';
import { langOrNone } from '../../../shared/tms/fields/targetLangs';

const BY_LANGUAGE = 'For repositories that keep files by language';

/**
 * Has a connector download a file, of which a job can be made then.
 * Source: getFileForConnectorV2, POST /api2/v2/connectors/{connectorId}/folders/{folder}/files/{file}.
 */
export const requestFileDownload = defineOperation(
	{
		name: 'Request File Download',
		action: 'Request a file download',
		description: 'Have a connector download a file, to make a job of it or to collect it',
		fields: {
			connectorId: connector(),
			folder: folder(),
			file: connectorFile(),
			...notifyFields,
		},
		options: {
			projectUid: taskProject(),
			sourceLang: langOrNone('Source Language', BY_LANGUAGE),
			targetLang: langOrNone('Target Language', BY_LANGUAGE),
		},
	},
	{
		request: (values, tools) => {
			const { connectorId, folder: folderName, file, options } = values;
			return POST`/api2/v2/connectors/${connectorId}/folders/${folderName}/files/${file}`
				.repeatable('refused')
				.json({
					sourceLang: options.sourceLang,
					targetLang: options.targetLang,
					callbackUrl: tools.callbackUrl(callbackTarget(values), {
						kind: 'connectorTask',
						connectorId,
						folder: folderName,
						file,
					}),
				});
		},
		ends: preparedByTask(),
	},
);
