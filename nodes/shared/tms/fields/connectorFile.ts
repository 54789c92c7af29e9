import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { matches } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { ParameterError } from '../../../../core/http/errors';
import { chosenBeside } from '../chosenBeside';
import { contentOf } from '../connectorContent';
import { foldersBy } from '../connectorFolders';
import { lookupClient } from '../tmsLookups';
import { connectorIdOf } from './connector';

const folderLocator = {
	displayName: 'Folder',
	description:
		"The folder of the connector. To see the folders in one, search for its path, such as docs/guides. By ID means the encoded name: 'encodedName' or 'encodedCurrentFolder' of List Content.",
	idPlaceholder: 'e.g. L2RvY3M',
};

const fileLocator = {
	displayName: 'File',
	description: "The file in the chosen folder. By ID means the encoded name: 'encodedName' of List Content.",
	idPlaceholder: 'e.g. Z3VpZGUubWQ',
};

/** The folder of a connector, by the encoded name that `listContent` returns. */
export const folder = () => locator({ ...folderLocator, search: searchFolders });

/** The same, which may be left empty: the root then. */
export const optionalFolder = () => locator({ ...folderLocator, search: searchFolders, optional: true });

/** The file of a connector, by the encoded name that `listContent` returns. */
export const connectorFile = () => locator({ ...fileLocator, search: searchFiles });

/** The folder of a connector that is named by its token, in the same row. */
export const remoteFolder = () => locator({ ...folderLocator, search: searchRemoteFolders, optional: true });

/** The file of a connector that is named by its token, in the same row. */
export const remoteFile = () => locator({ ...fileLocator, search: searchRemoteFiles });

/** Folders of the chosen connector by path. */
async function searchFolders(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await folders(this, chosenConnector(this, 'connectorId'), 'folder', filter);
}

/** Files in the chosen folder of the chosen connector by name. */
async function searchFiles(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const connectorId = chosenConnector(this, 'connectorId');
	const chosen = chosenBeside(this, 'folder');
	if (chosen === undefined) throw new ParameterError("Choose a 'Folder' first, to see its files");
	return await files(this, connectorId, chosen.value, filter);
}

/** The same as `searchFolders`, where the connector is named by its token. */
async function searchRemoteFolders(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const token = chosenConnector(this, '&connectorToken');
	return await folders(this, await connectorIdOf(lookupClient(this), token), '&remoteFolder', filter);
}

/** The same as `searchFiles`, where the connector is named by its token, and no folder means the root. */
async function searchRemoteFiles(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const token = chosenConnector(this, '&connectorToken');
	const connectorId = await connectorIdOf(lookupClient(this), token);
	return await files(this, connectorId, chosenBeside(this, '&remoteFolder')?.value, filter);
}

function chosenConnector(context: ILoadOptionsFunctions, parameter: string): string {
	const chosen = chosenBeside(context, parameter);
	if (chosen === undefined) throw new ParameterError("Choose a 'Connector' first, to see what is in it");
	return chosen.value;
}

async function folders(
	context: ILoadOptionsFunctions,
	connectorId: string,
	parameter: string,
	typed: string | undefined,
): Promise<INodeListSearchResult> {
	const { value = '', name } = chosenBeside(context, parameter) ?? {};
	const chosen = name === undefined ? undefined : { value, name };
	return { results: await foldersBy(lookupClient(context), connectorId, { typed, chosen }) };
}

async function files(
	context: ILoadOptionsFunctions,
	connectorId: string,
	folderName: string | undefined,
	filter: string | undefined,
): Promise<INodeListSearchResult> {
	const { entries } = await contentOf(lookupClient(context), connectorId, {
		fileType: 'FILES_ONLY',
		folder: folderName,
	});
	return { results: entries.filter(({ name }) => matches(name, filter)) };
}
