import { file } from '../../../../core/endings/file';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { connector } from '../../../shared/tms/fields/connector';
import { connectorFile, folder } from '../../../shared/tms/fields/connectorFile';
import { downloadTaskId } from '../../../shared/tms/fields/downloadTask';
import { downloadPrepared } from './shared/preparedFile';

/**
 * Downloads a connector's file that a task has prepared.
 * Source: getPreparedFile, GET
 * /api2/v2/connectors/{connectorId}/folders/{folder}/files/{file}/tasks/{taskId}.
 */
export const downloadPreparedFile = defineOperation(
	{
		name: 'Download Prepared File',
		action: 'Download a prepared file',
		description: 'Put a file that a connector has downloaded in a binary field or as text',
		fields: fromInput({
			connectorId: connector(),
			folder: folder(),
			file: connectorFile(),
			downloadTaskId: downloadTaskId(),
		}),
		hiddenInTools: true,
	},
	{
		request: (values) => downloadPrepared(values, values.downloadTaskId),
		ends: file({
			fallbackName: ({ file: encodedName }) => encodedName,
			json: ({ connectorId, downloadTaskId: taskId }) => ({ connectorId, downloadTaskId: taskId }),
		}),
	},
);
