import { choice } from '../../../../core/fields/choice';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { listFolder } from '../../../shared/tms/connectorContent';
import { connector } from '../../../shared/tms/fields/connector';
import { optionalFolder } from '../../../shared/tms/fields/connectorFile';
import { projectIfAny } from '../../../shared/tms/fields/project';

/**
 * Lists the files and folders in one folder of a connector; the list is not paged.
 * Source: getRootFolder, GET /api2/v1/connectors/{connectorId}/folders, and
 * getFolder, GET /api2/v1/connectors/{connectorId}/folders/{folder}.
 */
export const listContent = defineOperation(
	{
		name: 'List Content',
		action: 'List content of a connector',
		description: 'Retrieve a list of the files and folders in a folder of a connector',
		fields: {
			connectorId: connector(),
			folder: optionalFolder(),
		},
		options: {
			fileType: choice(
				{ displayName: 'Content', description: 'What to return' },
				[
					{ name: 'Files', value: 'FILES_ONLY' },
					{ name: 'Files and Folders', value: 'ALL' },
					{ name: 'Folders', value: 'FOLDERS_ONLY' },
				],
				'ALL',
			),
			projectUid: projectIfAny('The project whose settings apply to the list'),
		},
	},
	{
		request: ({ connectorId, folder, options: { fileType, projectUid } }) =>
			listFolder(connectorId, folder).query({ fileType, projectUid }),
		ends: many({
			at: 'files',
			paged: false,
			simple: ['name', 'encodedName', 'directory', 'size', 'contentType', 'lastModified'],
			add: ({ connectorId, folder }, answer, { directory, encodedName }) => ({
				connectorId,
				folder: answer.encodedCurrentFolder ?? (folder || null),
				...(directory !== true && { file: encodedName }),
			}),
		}),
	},
);
