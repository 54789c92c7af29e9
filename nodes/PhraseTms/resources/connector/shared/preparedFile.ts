import { ANY_FILE } from '../../../../../core/http/fileAnswer';
import { GET, type PhraseRequest } from '../../../../../core/http/request';

/** A file of a connector that a task has downloaded, or is downloading. */
export interface PreparedFile {
	connectorId: string;
	/** Encoded name. */
	folder: string;
	/** Encoded name. */
	file: string;
}

/**
 * Downloads the file that a task has prepared.
 * Source: getPreparedFile, GET
 * /api2/v2/connectors/{connectorId}/folders/{folder}/files/{file}/tasks/{taskId}.
 */
export function downloadPrepared({ connectorId, folder, file }: PreparedFile, taskId: string): PhraseRequest {
	return GET`/api2/v2/connectors/${connectorId}/folders/${folder}/files/${file}/tasks/${taskId}`.accepting(
		ANY_FILE,
	);
}
