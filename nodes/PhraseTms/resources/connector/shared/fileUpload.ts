import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../../../../../core/http/client.types';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asRecords, asText } from '../../../../../core/http/read';
import type { CalledBackKind, StartedWork } from '../../../../../core/operation/startedWork';
import { listFolder } from '../../../../shared/tms/connectorContent';
import { hasFailed, listedTask } from './failedTask';

/** Where a connector puts a file. */
export interface UploadPlace {
	connectorId: string;
	/** Encoded name. */
	folder: string;
	/** Names inside the folder, with slashes between. */
	subfolderName?: string;
	fileName: string;
	/** A project that the file is for: its list tells of uploads that failed. */
	projectUid?: string;
}

/** What is known of a file that a connector has uploaded. */
export interface Uploaded {
	/** Encoded name of the file, when its folder shows it. */
	file?: string;
}

/**
 * The upload of a file by a connector. Phrase documents no way to read the task, so its folder tells: it shows the file,
 * or another one than it showed before. So do the tasks of a project, where one is given.
 */
export function fileUpload(): CalledBackKind<Uploaded> {
	return {
		goOn: 'Look with Connector > List Content whether the file is there before you upload it again.',
		calledBack: {
			about: 'connectorTask',
			member: 'uploadTaskId',
			onlyItTellsFailure: {
				isAbout: (context, { about }) =>
					(['connectorId', 'folder', 'fileName'] as const).every(
						(name) => context[name] === asText(about[name]),
					),
				toError: ({ about }, words) => uploadFailed(about, words),
			},
		},
		look: async ({ about, answer }, client) => {
			const place = placeIn(about);
			const task = await taskOf(about, client);
			if (task !== undefined && hasFailed(task)) throw uploadFailed(about, asText(task.errorMessage));
			const entry = await entryAt(client, place);
			const isThere = entry !== undefined && looksOf(entry) !== answer.before;
			return isThere || task?.status === 'SUCCESS' ? { file: asText(entry?.encodedName) } : undefined;
		},
		lastWord: async ({ about }, client) => {
			const entry = await entryAt(client, placeIn(about));
			const shows = entry === undefined ? 'does not show the file' : 'shows the file as it was before';
			return new PhraseError({ kind: 'unusable', message: `the folder ${shows}` });
		},
	};
}

/** What the folder shows of a file before it is uploaded: how to tell it from the new one. */
export async function looksBefore(client: PhraseClient, place: UploadPlace): Promise<string | undefined> {
	const entry = await entryAt(client, place);
	return entry && looksOf(entry);
}

/** An upload as started work. */
export function uploadOf(place: UploadPlace, task: IDataObject, before: string | undefined): StartedWork {
	const { connectorId, folder, subfolderName, fileName, projectUid } = place;
	return {
		name: `The upload of '${fileName}' by the connector`,
		about: {
			connectorId,
			folder,
			...(subfolderName !== undefined && { subfolderName }),
			fileName,
			uploadTaskId: asText(task.id),
			...(projectUid !== undefined && { projectUid }),
		},
		answer: { task, before },
	};
}

/** The file in its folder; undefined when it, or the subfolder, is not there. */
async function entryAt(client: PhraseClient, place: UploadPlace): Promise<IDataObject | undefined> {
	const { connectorId, subfolderName = '', fileName } = place;
	let { folder } = place;
	for (const name of subfolderName.split('/').filter(Boolean)) {
		const below = await filesIn(client, connectorId, folder);
		const encoded = asText(below.find((one) => one.directory === true && one.name === name)?.encodedName);
		if (encoded === undefined) return undefined;
		folder = encoded;
	}
	const files = await filesIn(client, connectorId, folder);
	return files.find((one) => one.directory !== true && one.name === fileName);
}

async function filesIn(client: PhraseClient, connectorId: string, folder: string): Promise<IDataObject[]> {
	return asRecords(asRecord((await client.send(listFolder(connectorId, folder))).body).files);
}

/** Source: schema FileDto. */
function looksOf({ id, size, lastModified, note }: IDataObject): string {
	return JSON.stringify([id, size, lastModified, note]);
}

async function taskOf(about: IDataObject, client: PhraseClient): Promise<IDataObject | undefined> {
	const [projectUid, taskId] = [asText(about.projectUid), asText(about.uploadTaskId) ?? ''];
	return projectUid === undefined ? undefined : await listedTask(client, projectUid, taskId, 'UPLOAD');
}

function placeIn(about: IDataObject): UploadPlace {
	const text = (value: unknown) => asText(value) ?? '';
	return {
		connectorId: text(about.connectorId),
		folder: text(about.folder),
		subfolderName: text(about.subfolderName),
		fileName: text(about.fileName),
	};
}

function uploadFailed({ fileName }: IDataObject, reason: string | undefined): PhraseError {
	return new PhraseError({
		kind: 'workFailed',
		message: `The connector did not upload '${asText(fileName) ?? 'the file'}'`,
		description: [
			reason ?? 'Phrase gives no reason.',
			'Check in Phrase that the connector may write there, then upload it again.',
		].join('\n'),
	});
}
