import type { SandboxFile } from '../files';
import type { Job } from './job';
import { MANAGER, ORGANIZATION } from './user';

/** A TMS connector. Its files are reached by path; the file system is the seed's. */
export interface Connector {
	id: string;
	name: string;
	type: string;
	localToken: string;
	createdAt: Date;
	/** Folders by path; the root is `''`. */
	folders: Map<string, Array<ConnectorFolder | ConnectorFile>>;
}

/** A file of a connector; it says when it was written only when somebody uploaded it. */
export interface ConnectorFile extends SandboxFile {
	lastModified?: Date;
}

/** A folder within a folder of a connector. */
export interface ConnectorFolder {
	name: string;
	directory: true;
}

/** A connector's asynchronous download or upload of a file. */
export interface ConnectorTask {
	id: string;
	type: 'DOWNLOAD' | 'UPLOAD';
	file: SandboxFile;
	/** Identity of the file within its connector. */
	location: { connectorId: string; folder: string; file: string };
	dateCreated: Date;
	dateProcessed?: Date;
	/** How it failed, and why; both are missing as long as it has not. */
	failure?: { status: 'ERROR' | 'CONVERTER_ERROR'; message: string };
	/** The job that was made of it. */
	job?: Job;
	callbackUrl?: string;
}

/** A connector as TMS shows it. */
export function presentConnector(connector: Connector): Record<string, unknown> {
	const { id, name, type, localToken, createdAt } = connector;
	return {
		id,
		name,
		type,
		organization: { id: ORGANIZATION.id, name: ORGANIZATION.name },
		createdBy: { id: MANAGER.id, name: `${MANAGER.firstName} ${MANAGER.lastName}` },
		createdAt: createdAt.toISOString(),
		localToken,
		automatedProjectSettings: [],
	};
}

/** A connector's task as its start answers it (`AsyncFileOpResponseDto`). */
export function presentConnectorTask(task: ConnectorTask): Record<string, unknown> {
	return {
		id: task.id,
		createdBy: MANAGER,
		dateCreated: task.dateCreated.toISOString(),
		fileName: task.file.name,
		action: `API_${task.type}`,
	};
}

/**
 * An entry of a folder as TMS lists it. Folders are named by their whole path, files by their name within the folder.
 *
 * @param path - of the folder
 */
export function presentEntry(path: string, entry: ConnectorFolder | ConnectorFile): Record<string, unknown> {
	const directory = isFolder(entry);
	const encodedName = encodeName(directory && path !== '' ? `${path}/${entry.name}` : entry.name);
	return {
		id: encodedName,
		name: entry.name,
		encodedName,
		contentType: directory ? null : 'application/octet-stream',
		note: null,
		size: isFolder(entry) ? null : entry.size,
		directory,
		...(!isFolder(entry) && entry.lastModified && { lastModified: entry.lastModified.toISOString() }),
		selected: false,
		error: null,
	};
}

/** A connector task as the list of tasks shows it (`ConnectorAsyncTaskDto`). */
export function presentTaskState(task: ConnectorTask): Record<string, unknown> {
	return {
		id: task.id,
		jobUid: task.job?.uid ?? null,
		status: statusOf(task),
		taskType: task.type,
		taskProcessingType: 'API',
		jobFileName: task.file.name,
		targetLang: task.job?.targetLang ?? null,
		dateCreated: task.dateCreated.toISOString(),
		dateProcessed: task.dateProcessed?.toISOString() ?? null,
		errorMessage: task.failure?.message ?? null,
	};
}

function statusOf({ dateProcessed, failure }: ConnectorTask): string {
	if (dateProcessed === undefined) return 'NEW';
	return failure?.status ?? 'SUCCESS';
}

/** The name of a folder or file in the form that paths take. The root's is the encoded form of `/`. */
export function encodeName(path: string): string {
	return Buffer.from(path === '' ? '/' : path).toString('base64url');
}

/** What `encodeName` was made of. */
export function decodeName(encoded: string): string {
	const path = Buffer.from(encoded, 'base64url').toString('utf8');
	return path === '/' ? '' : path;
}

/** Whether an entry of a folder is a folder. */
export function isFolder(entry: ConnectorFolder | ConnectorFile): entry is ConnectorFolder {
	return 'directory' in entry;
}
