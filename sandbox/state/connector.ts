import type { Callbacks } from '../callbacks';
import type { Clock } from '../clock';
import type { SandboxConfig } from '../config';
import { ApiError, notFound } from '../errors';
import { generatedFile, sizeFromName, type SandboxFile } from '../files';
import {
	decodeName,
	encodeName,
	isFolder,
	presentConnectorTask,
	type Connector,
	type ConnectorFile,
	type ConnectorFolder,
	type ConnectorTask,
} from '../model/connector';

/** An error of the connector itself, which TMS passes on in a form of its own: `{errors: […]}`. */
export class ConnectorError extends ApiError {}

/**
 * Connectors, their folders and tasks. A file whose name says a size (`512MiB.bin`,
 * `size-1000.bin`) exists in every folder; one with `fail-download` or `fail-convert` in its name cannot be
 * downloaded asynchronously, and one with `fail-upload` cannot be uploaded.
 */
export class Connectors {
	private readonly tasks = new Map<string, ConnectorTask>();

	constructor(
		readonly all: Connector[],
		private readonly clock: Clock,
		private readonly callbacks: Callbacks,
		private readonly config: () => SandboxConfig,
	) {}

	/** @throws ApiError 404 */
	get(id: string): Connector {
		const connector = this.all.find((candidate) => candidate.id === id);
		if (!connector) throw notFound('Connector', id);
		return connector;
	}

	/**
	 * @param encodedFolder - `encodedName` of the folder
	 * @returns the folder's path and entries
	 * @throws ConnectorError 404
	 */
	folder(
		connector: Connector,
		encodedFolder: string,
	): { path: string; entries: Array<ConnectorFolder | ConnectorFile> } {
		const path = decodeName(encodedFolder);
		const entries = connector.folders.get(path);
		if (!entries) throw new ConnectorError(404, 'FOLDER_NOT_FOUND', `There is no folder ${path}`);
		return { path, entries };
	}

	/**
	 * The encoded name of a folder within another one, which is made when it is not there.
	 * @throws ConnectorError 404
	 */
	subfolder(connector: Connector, encodedFolder: string, names: string): string {
		let { path, entries } = this.folder(connector, encodedFolder);
		for (const name of names.split('/').filter(Boolean)) {
			if (!entries.some((entry) => entry.name === name)) entries.push({ name, directory: true });
			path = path === '' ? name : `${path}/${name}`;
			entries = connector.folders.get(path) ?? [];
			connector.folders.set(path, entries);
		}
		return encodeName(path);
	}

	/** @throws ConnectorError 404 */
	file(connector: Connector, encodedFolder: string, encodedFile: string): SandboxFile {
		const { path, entries } = this.folder(connector, encodedFolder);
		const name = decodeName(encodedFile);
		const found = entries.find((entry) => entry.name === name);
		if (found && !isFolder(found)) return found;
		const size = sizeFromName(name);
		if (size === undefined)
			throw new ConnectorError(404, 'FILE_NOT_FOUND', `There is no file ${name} in ${path}/`);
		return generatedFile(name, size, `connector:${connector.id}:${path}/${name}`);
	}

	/** @throws ConnectorError 404 */
	fileByToken(localToken: string, encodedFolder: string | undefined, encodedFile: string): SandboxFile {
		const connector = this.all.find((candidate) => candidate.localToken === localToken);
		if (!connector)
			throw new ConnectorError(404, 'CONNECTOR_NOT_FOUND', 'There is no connector with this token');
		return this.file(connector, encodedFolder ?? encodeName(''), encodedFile);
	}

	/** Starts an asynchronous download. */
	startDownload(location: ConnectorTask['location'], callbackUrl: string | undefined): ConnectorTask {
		const file = this.file(this.get(location.connectorId), location.folder, location.file);
		return this.start({ type: 'DOWNLOAD', file, location, callbackUrl });
	}

	/** Starts an asynchronous upload; the folder has the file when it ends, in place of one of the same name. */
	startUpload(
		file: SandboxFile,
		location: ConnectorTask['location'],
		callbackUrl: string | undefined,
	): ConnectorTask {
		const { entries } = this.folder(this.get(location.connectorId), location.folder);
		return this.start({ type: 'UPLOAD', file, location, callbackUrl }, () => {
			const before = entries.findIndex(({ name }) => name === file.name);
			const uploaded = { ...file, lastModified: this.clock.now() };
			entries.splice(before < 0 ? entries.length : before, 1, uploaded);
		});
	}

	/** All tasks, oldest first. */
	listTasks(): ConnectorTask[] {
		return [...this.tasks.values()];
	}

	/**
	 * A task that has ended well. What Phrase answers before that is not documented; the sandbox says 400.
	 *
	 * @throws ApiError 404 for an unknown task, 400 for one that runs or failed
	 */
	finishedTask(id: string): ConnectorTask {
		const task = this.tasks.get(id);
		if (!task) throw notFound('Connector task', id);
		if (!task.dateProcessed)
			throw new ConnectorError(400, 'TASK_NOT_FINISHED', `Task ${id} is still running`);
		if (task.failure) throw new ConnectorError(400, 'TASK_FAILED', task.failure.message);
		return task;
	}

	private start(
		about: Pick<ConnectorTask, 'type' | 'file' | 'location' | 'callbackUrl'>,
		finish: () => unknown = () => undefined,
	): ConnectorTask {
		const task: ConnectorTask = {
			...about,
			id: String(70_001 + this.tasks.size),
			dateCreated: this.clock.now(),
		};
		this.tasks.set(task.id, task);
		this.clock.after(this.config().times.connectorDownloadMs, () => {
			task.failure = failureOf(task);
			if (!task.failure) finish();
			this.end(task);
		});
		return task;
	}

	/**
	 * The body of this callback is documented nowhere; the sandbox sends the task as its start
	 * answered it, with `errorMessage` when it failed. A receiver must not depend on it.
	 */
	private end(task: ConnectorTask): void {
		task.dateProcessed = this.clock.now();
		this.callbacks.send(task.callbackUrl, {
			...presentConnectorTask(task),
			...(task.failure && { errorMessage: task.failure.message }),
		});
	}
}

function failureOf({ type, file: { name } }: ConnectorTask): ConnectorTask['failure'] {
	if (type === 'UPLOAD') {
		return name.includes('fail-upload')
			? { status: 'ERROR', message: `The connector could not write ${name}` }
			: undefined;
	}
	if (name.includes('fail-download'))
		return { status: 'ERROR', message: `The connector could not read ${name}` };
	if (name.includes('fail-convert')) {
		return { status: 'CONVERTER_ERROR', message: `${name} could not be converted` };
	}
	return undefined;
}
