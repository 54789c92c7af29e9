import { asText } from '../../../../../core/http/read';
import type { StartedWork, WorkKind } from '../../../../../core/operation/startedWork';
import { isPrepared } from './isPrepared';
import type { PreparedFile } from './preparedFile';

/** The download of a file by a connector, named by the place of the file and `downloadTaskId`. */
export const fileDownload: WorkKind<true> = {
	goOn: "Do not request the file again. Wait with Connector > Wait for File and the 'downloadTaskId'.",
	look: async ({ about }, client) => {
		const { connectorId, folder, file, downloadTaskId } = about;
		const place = { connectorId: text(connectorId), folder: text(folder), file: text(file) };
		return await isPrepared(client, place, text(downloadTaskId));
	},
};

/** A download as started work. */
export function downloadOf(
	{ connectorId, folder, file }: PreparedFile,
	downloadTaskId: string,
	fileName?: string,
): StartedWork {
	return {
		name: `The download of '${fileName ?? file}' by the connector`,
		about: { connectorId, folder, file, downloadTaskId },
		answer: {},
	};
}

function text(value: unknown): string {
	return asText(value) ?? '';
}
