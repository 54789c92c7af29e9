import { PhraseError } from '../../../../../core/http/errors';
import { asText } from '../../../../../core/http/read';
import type { CalledBackKind, StartedWork } from '../../../../../core/operation/startedWork';
import { downloadFailed, throwIfTaskFailed } from './failedTask';
import { isPrepared, type Prepared } from './isPrepared';
import { throwIfNoTask, throwIfNowhere } from './neverPrepared';
import type { PreparedFile } from './preparedFile';

/** What names the download of a file by a connector. */
export interface FileDownload extends PreparedFile {
	downloadTaskId: string;
	/** A project that the file is for: its list tells of downloads that failed. */
	projectUid?: string;
}

/** Work whose place has been looked up, once per wait. */
const placed = new WeakSet<StartedWork>();

/**
 * The download of a file by a connector.
 * @param options.isTaskCertain whether the task exists for certain, because Phrase has just named it or a callback is
 * to tell of it
 */
export function fileDownload({ isTaskCertain }: { isTaskCertain: boolean }): CalledBackKind<Prepared> {
	return {
		goOn: "Do not request the file again. Wait with Connector > Wait for File and the 'downloadTaskId'.",
		calledBack: {
			about: 'connectorTask',
			member: 'downloadTaskId',
			onlyItTellsFailure: {
				isAbout: (context, { about }) =>
					(['connectorId', 'folder', 'file'] as const).every((name) => context[name] === asText(about[name])),
				toError: ({ about }, words) => downloadFailed(asText(about.downloadTaskId) ?? '', words),
			},
		},
		look: async (work, client) => {
			const { downloadTaskId, projectUid, ...file } = read(work);
			const prepared = await isPrepared(client, file, downloadTaskId);
			if (!(prepared instanceof PhraseError)) return prepared;
			if (projectUid !== undefined) await throwIfTaskFailed(client, projectUid, downloadTaskId);
			if (!placed.has(work)) {
				await throwIfNowhere(client, file, prepared);
				if (!isTaskCertain) await throwIfNoTask(client, file, downloadTaskId, prepared);
				placed.add(work);
			}
			return undefined;
		},
		lastWord: async (work, client) => {
			const { downloadTaskId, ...file } = read(work);
			const prepared = await isPrepared(client, file, downloadTaskId);
			return prepared instanceof PhraseError ? prepared : undefined;
		},
	};
}

/** A download as started work. */
export function downloadOf(
	{ connectorId, folder, file, downloadTaskId, projectUid }: FileDownload,
	fileName?: string,
): StartedWork {
	return {
		name: `The download of '${fileName ?? file}' by the connector`,
		about: {
			connectorId,
			folder,
			file,
			downloadTaskId,
			...(fileName !== undefined && { fileName }),
			...(projectUid !== undefined && { projectUid }),
		},
		answer: {},
	};
}

function read({ about }: StartedWork): FileDownload {
	const text = (value: unknown) => asText(value) ?? '';
	return {
		connectorId: text(about.connectorId),
		folder: text(about.folder),
		file: text(about.file),
		downloadTaskId: text(about.downloadTaskId),
		projectUid: asText(about.projectUid),
	};
}
