import { badRequest } from '../errors';
import { download, list, ok, param, single, type Answer, type Call, type Handlers } from '../http/call';
import { page } from '../http/paging';
import {
	encodeName,
	isFolder,
	presentConnector,
	presentConnectorTask,
	presentEntry,
	presentTaskState,
	type Connector,
	type ConnectorTask,
} from '../model/connector';
import type { SandboxFile } from '../files';
import type { World } from '../world';

const HOUR = 3_600_000;

/** Tag Connector: connectors, their folders, files and tasks. */
export const connector: Handlers = {
	getConnectorList: (call, { connectors }) => {
		const type = single(call, 'type');
		const found = connectors.all.filter((connector) => type === undefined || connector.type === type);
		return ok({ connectors: found.map(presentConnector), totalCount: found.length });
	},

	getConnector: (call, world) => ok(presentConnector(connectorOf(call, world))),

	getRootFolder: (call, world) => listFolder(call, world, encodeName('')),

	getFolder: (call, world) => listFolder(call, world, param(call, 'folder')),

	getFileForConnector: (call, world) => download(fileOf(call, world)),

	getFileForConnectorV2: (call, world) => {
		const { callbackUrl } = (call.body ?? {}) as { callbackUrl?: string };
		return ok(presentConnectorTask(world.connectors.startDownload(locationOf(call), callbackUrl)));
	},

	uploadFileV2: (call, world) => {
		if (!call.file) throw badRequest('InvalidParameters', 'The part file is missing.');
		const { callbackUrl, subfolderName = '' } = call.jsonHeaders.memsource as UploadMeta;
		const file = { ...call.file, name: param(call, 'fileName') };
		const location = { connectorId: param(call, 'connectorId'), folder: param(call, 'folder'), file: '' };
		const folder = world.connectors.subfolder(connectorOf(call, world), location.folder, subfolderName);
		return ok(presentConnectorTask(world.connectors.startUpload(file, { ...location, folder }, callbackUrl)));
	},

	getPreparedFile: (call, world) => {
		fileOf(call, world);
		return download(world.connectors.finishedTask(param(call, 'taskId')).file);
	},

	/**
	 * Whether Phrase lists a download that is not tied to a project yet is not documented; the sandbox
	 * lists it in every project until a job is made of it.
	 */
	getConnectorAsyncTaskStates: (call, world) => {
		world.log.count('statusPolls');
		const project = world.projects.get(single(call, 'projectUid') ?? '');
		const tasks = world.connectors
			.listTasks()
			.filter((task) => task.job === undefined || task.job.project === project)
			.filter(taskFilter(call));
		const processed = tasks.filter(({ dateProcessed }) => dateProcessed !== undefined);
		const failed = processed.filter(({ failure }) => failure !== undefined);
		return ok({
			...page(call, tasks, presentTaskState, 100),
			successCount: processed.length - failed.length,
			errorCount: failed.length,
			projectName: project.name,
			projectUid: project.uid,
		});
	},
};

/** What is said of an upload (`UploadFileV2Meta`), as far as the sandbox heeds it. */
interface UploadMeta {
	callbackUrl?: string;
	subfolderName?: string;
}

function connectorOf(call: Call, { connectors }: World): Connector {
	return connectors.get(param(call, 'connectorId'));
}

function fileOf(call: Call, world: World): SandboxFile {
	return world.connectors.file(connectorOf(call, world), param(call, 'folder'), param(call, 'file'));
}

function locationOf(call: Call): ConnectorTask['location'] {
	return {
		connectorId: param(call, 'connectorId'),
		folder: param(call, 'folder'),
		file: param(call, 'file'),
	};
}

function listFolder(call: Call, world: World, encodedFolder: string): Answer {
	const { path, entries } = world.connectors.folder(connectorOf(call, world), encodedFolder);
	const fileType = single(call, 'fileType') ?? 'ALL';
	const sign = single(call, 'direction') === 'DESCENDING' ? -1 : 1;
	const files = entries
		.filter((entry) => fileType === 'ALL' || isFolder(entry) === (fileType === 'FOLDERS_ONLY'))
		.sort((a, b) => sign * a.name.localeCompare(b.name))
		.map((entry) => presentEntry(path, entry));
	return ok({
		files,
		currentFolder: path === '' ? '/' : path,
		encodedCurrentFolder: encodedFolder,
		rootFolder: path === '',
		lastChangedFiles: [],
	});
}

/** Without dates, the tasks of the last 24 hours; all tasks of the sandbox are API downloads. */
function taskFilter(call: Call): (task: ConnectorTask) => boolean {
	const time = (name: string, otherwise: number) => {
		const value = single(call, name);
		return value === undefined ? otherwise : Date.parse(value);
	};
	const created = [
		time('dateCreatedFrom', Date.now() - 24 * HOUR),
		time('dateCreatedTo', Date.now() + HOUR),
	] as const;
	const processed = [time('dateProcessedFrom', -Infinity), time('dateProcessedTo', Infinity)] as const;
	const types = list(call, 'taskType');
	const processingTypes = list(call, 'taskProcessingType');
	return ({ type, dateCreated, dateProcessed }) =>
		(types.length === 0 || types.includes(type)) &&
		(processingTypes.length === 0 || processingTypes.includes('API')) &&
		isWithin(dateCreated.getTime(), created) &&
		(dateProcessed ? isWithin(dateProcessed.getTime(), processed) : processed[0] === -Infinity);
}

function isWithin(time: number, [from, to]: readonly [number, number]): boolean {
	return time >= from && time <= to;
}
