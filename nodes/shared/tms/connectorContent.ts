import type { PhraseClient } from '../../../core/http/client.types';
import { asRecord, asRecords, asText } from '../../../core/http/read';
import { GET, type PhraseRequest } from '../../../core/http/request';

/**
 * Lists the files and folders in one folder of a connector; the list is not paged.
 * @param folder encoded name of the folder; the root when it is empty or missing
 * Source: getRootFolder, GET /api2/v1/connectors/{connectorId}/folders, and
 * getFolder, GET /api2/v1/connectors/{connectorId}/folders/{folder}.
 */
export function listFolder(connectorId: string, folder?: string): PhraseRequest {
	return folder === undefined || folder === ''
		? GET`/api2/v1/connectors/${connectorId}/folders`
		: GET`/api2/v1/connectors/${connectorId}/folders/${folder}`;
}

/** A file or folder of a connector, or a connector's root. */
export interface ConnectorEntry {
	/** As people read it. */
	name: string;
	/** Its encoded name. */
	value: string;
}

/** What there is in one folder of a connector. */
interface ConnectorContent {
	/** Encoded name of the folder itself, when Phrase tells it. */
	folder?: string;
	entries: ConnectorEntry[];
}

/** Reads what there is in one folder of a connector, its root when none is given. */
export async function contentOf(
	client: PhraseClient,
	connectorId: string,
	{ fileType, folder }: { fileType: 'FILES_ONLY' | 'FOLDERS_ONLY'; folder?: string },
): Promise<ConnectorContent> {
	const { body } = await client.send(listFolder(connectorId, folder).query({ fileType }));
	const { files, encodedCurrentFolder } = asRecord(body);
	return {
		folder: asText(encodedCurrentFolder),
		entries: asRecords(files).flatMap(({ name, encodedName }) => {
			const value = asText(encodedName);
			return value === undefined ? [] : [{ name: asText(name) ?? value, value }];
		}),
	};
}
