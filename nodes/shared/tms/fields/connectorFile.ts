import { optionalId, requiredId } from '../../../../core/fields/text';

const folderLabels = {
	displayName: 'Folder',
	placeholder: 'e.g. L2RvY3M',
	description: "Encoded name of the folder: 'encodedName' or 'encodedCurrentFolder' of List Content",
};

/** The folder of a connector, by the encoded name that `listContent` returns. */
export const folder = () => requiredId(folderLabels);

/** The same, which may be left empty. */
export const optionalFolder = () => optionalId(folderLabels);

/** The file of a connector, by the encoded name that `listContent` returns. */
export const connectorFile = () =>
	requiredId({
		displayName: 'File',
		placeholder: 'e.g. Z3VpZGUubWQ',
		description: "Encoded name of the file: 'encodedName' of List Content",
	});
