import { badRequest } from '../errors';
import { contentFile, takeUpload, type SandboxFile } from '../files';
import {
	download,
	list,
	noContent,
	ok,
	param,
	single,
	type Answer,
	type Call,
	type Handlers,
} from '../http/call';
import { fileNameOf } from '../http/fileName';
import { contains, inOrder, isDueIn, isOneOf } from '../http/filters';
import { page } from '../http/paging';
import { presentAsyncRequest, type AsyncRequest } from '../model/asyncRequest';
import { presentCreatedJob, presentJob, presentListedJob, type Job, type Provider } from '../model/job';
import { spendDownload } from '../state/asyncRequest';
import type { CreatedJobs } from '../state/job';
import type { JobCreateRequest } from '../state/jobRequest';
import type { World } from '../world';

/** Tag Job: reading, creating, target files. */
export const job: Handlers = {
	/** What `notReady` asks for is not documented; it changes nothing here. */
	listPartsV2: (call, world) => {
		const { uid } = world.projects.get(param(call, 'projectUid'));
		const found = world.jobs.ofProject(uid).filter(jobFilter(call));
		return ok(
			page(
				call,
				inOrder(call, found, ({ source }) => source.name),
				presentListedJob,
			),
		);
	},

	getPart: (call, world) => ok(presentJob(jobOf(call, world))),

	searchPartsInProject: (call, world) => {
		const { jobs } = call.body as { jobs: Array<{ uid: string }> };
		const project = world.projects.get(param(call, 'projectUid'));
		return ok({ jobs: jobs.map(({ uid }) => presentJob(world.jobs.get(project.uid, uid))) });
	},

	createJob: async (call, world) => {
		const project = world.projects.get(param(call, 'projectUid'));
		const request = call.jsonHeaders.memsource as JobCreateRequest;
		if (!request.remoteFile) {
			const upload = await takeUpload(fileNameOf(call), call.upload);
			return created(world.jobs.create(project, upload, request));
		}
		// A body is sent, and a name may be, but neither is the file's.
		await takeUpload('', call.upload);
		return created(world.jobs.create(project, remoteFile(request, world), request));
	},

	/** The file comes from a finished download task, or from `remoteFile` when no task is named. */
	createJobFromAsyncDownloadTask: (call, world) => {
		const project = world.projects.get(param(call, 'projectUid'));
		const request = call.body as JobCreateRequest;
		const taskId = single(call, 'downloadTaskId');
		const continuous = single(call, 'continuous') === 'true';
		if (taskId === undefined)
			return created(world.jobs.create(project, remoteFile(request, world), request, continuous));
		const task = world.connectors.finishedTask(taskId);
		const jobs = world.jobs.create(project, task.file, request, continuous);
		task.job = jobs.jobs[0];
		for (const job of jobs.jobs) job.isRemote = true;
		return created(jobs);
	},

	setStatus: (call, world) =>
		noContent(() =>
			world.jobs.setStatus([jobOf(call, world)], (call.body as { requestedStatus: string }).requestedStatus),
		),

	deleteParts: (call, world) =>
		noContent(() => {
			const { uid } = world.projects.get(param(call, 'projectUid'));
			world.jobs.delete(uidsIn(call).map((jobUid) => world.jobs.get(uid, jobUid)));
		}),

	patchPart: (call, world) => {
		const job = jobOf(call, world);
		change(world, [job], call.body as JobsPatch);
		return ok(presentJob(job));
	},

	/** Jobs that there are change; of the others, the answer tells. */
	patchUpdateJobParts: (call, world) => {
		const { jobs } = world;
		const known = uidsIn(call).filter((uid) => jobs.has(uid));
		const missing = uidsIn(call).filter((uid) => !jobs.has(uid));
		const found = known.map((uid) => jobs.byUid(uid));
		change(world, found, call.body as JobsPatch);
		const errors = missing.map((uid) => ({ code: 'NOT_FOUND', args: { uid }, message: 'Job was not found' }));
		return ok({ updated: found.length, errors });
	},

	getOriginalFile: (call, world) => download(jobOf(call, world).source),

	completedFileV2: (call, world) => started(world.jobs.export(jobOf(call, world), undefined)),

	completedFileV3: (call, world) => {
		const { callbackUrl } = (call.body ?? {}) as { callbackUrl?: string };
		return started(world.jobs.export(jobOf(call, world), callbackUrl));
	},

	downloadCompletedFile: (call, world) => {
		const job = jobOf(call, world);
		const request = world.asyncRequests.get(param(call, 'asyncRequestId'));
		if (request.action !== 'EXPORT_COMPLETE_FILE' || request.jobs[0] !== job) {
			throw badRequest(
				'InvalidParameters',
				`Async request ${request.id} does not make a target file of this job.`,
			);
		}
		spendDownload(request, world.log);
		return download(single(call, 'format') === 'PDF' ? pdfOf(job) : job.target);
	},
};

interface JobsPatch {
	status?: string;
	dateDue?: string;
	clearDateDue?: boolean;
	providers?: Provider[];
}

/** Changes what a patch says, and nothing else. */
function change({ jobs }: World, changed: Job[], patch: JobsPatch): void {
	if (patch.status !== undefined) jobs.setStatus(changed, patch.status);
	for (const job of changed) {
		job.dateDue = patch.clearDateDue === true ? undefined : (patch.dateDue ?? job.dateDue);
		job.providers = patch.providers ?? job.providers;
	}
}

function uidsIn({ body }: Call): string[] {
	return (body as { jobs: Array<{ uid: string }> }).jobs.map(({ uid }) => uid);
}

function jobOf(call: Call, world: World): Job {
	return world.jobs.get(world.projects.get(param(call, 'projectUid')).uid, param(call, 'jobUid'));
}

/** Without `workflowLevel` only the jobs of the first workflow step are listed. */
function jobFilter(call: Call): (job: Job) => boolean {
	const workflowLevel = Number(single(call, 'workflowLevel') ?? 1);
	const statuses = list(call, 'status');
	const fileName = single(call, 'filename');
	const targetLang = single(call, 'targetLang');
	const dueInHours = single(call, 'dueInHours');
	const assigned = { USER: single(call, 'assignedUser'), VENDOR: single(call, 'assignedVendor') };
	return (job) =>
		job.workflowLevel === workflowLevel &&
		isOneOf([job.status], statuses) &&
		contains(job.source.name, fileName) &&
		(targetLang === undefined || job.targetLang === targetLang) &&
		isDueIn(job.dateDue === undefined ? null : new Date(job.dateDue), dueInHours) &&
		isAssigned(job, 'USER', assigned.USER) &&
		isAssigned(job, 'VENDOR', assigned.VENDOR);
}

function isAssigned(job: Job, type: 'USER' | 'VENDOR', id: string | undefined): boolean {
	return id === undefined || job.providers.some((provider) => provider.type === type && provider.id === id);
}

function remoteFile({ remoteFile: remote }: JobCreateRequest, { connectors }: World): SandboxFile {
	if (!remote) throw badRequest('InvalidParameters', 'There is neither a downloadTaskId nor a remoteFile.');
	return connectors.fileByToken(remote.connectorToken, remote.remoteFolder, remote.remoteFileName);
}

function created({ asyncRequest, jobs, unsupportedFiles }: CreatedJobs): Answer {
	const reference = asyncRequest && {
		id: asyncRequest.id,
		action: asyncRequest.action,
		dateCreated: asyncRequest.dateCreated.toISOString(),
	};
	return ok({
		asyncRequest: reference,
		jobs: jobs.map(presentCreatedJob),
		unsupportedFiles,
		warnings: [],
	});
}

function started(request: AsyncRequest): Answer {
	const reference = { type: 'JOB', uid: request.jobs[0]?.uid };
	return ok({ asyncRequest: presentAsyncRequest(request), reference });
}

/** Not a PDF that a viewer could show; just bytes of that kind. */
function pdfOf({ source, target }: Job): SandboxFile {
	const name = source.name.replace(/(\.[^.]+)?$/, '.pdf');
	return contentFile(name, Buffer.from(`%PDF-1.4\n% ${target.identity}\n%%EOF\n`));
}
