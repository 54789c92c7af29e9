import type { Clock } from '../clock';
import type { SandboxConfig, SandboxTimes } from '../config';
import { badRequest, notFound } from '../errors';
import type { Events } from '../events';
import { extensionOf } from '../fakeTranslation';
import { translated, type SandboxFile } from '../files';
import type { RequestLog } from '../requestLog';
import { uidOf } from '../seededRandom';
import type { AsyncRequest } from '../model/asyncRequest';
import type { Job } from '../model/job';
import type { Project } from '../model/project';
import { segmentsIn } from '../model/segment';
import { MANAGER } from '../model/user';
import type { AsyncFailure, AsyncRequests } from './asyncRequest';
import { checkRequest, settingsOf, type JobCreateRequest } from './jobRequest';

/** Extensions that the sandbox's TMS cannot import. */
const UNSUPPORTED_EXTENSIONS = new Set(['xyz', 'exe', 'mp4', '']);

const FIRST_SERVER_TASK = 70_001;

/** Jobs just created; without `asyncRequest` when the file's type is not supported. */
export interface CreatedJobs {
	asyncRequest?: AsyncRequest;
	jobs: Job[];
	unsupportedFiles: string[];
}

/**
 * The jobs of all projects and what happens to them. Some file names make things fail: `fail-import`,
 * `fail-pretranslate` and `fail-export`, anywhere in the name.
 */
export class Jobs {
	private readonly jobs = new Map<string, Job>();

	private readonly seen = new Set<string>();

	/** The last `innerId` of each project. */
	private readonly innerIds = new Map<string, number>();

	private created = 0;

	constructor(
		private readonly clock: Clock,
		private readonly asyncRequests: AsyncRequests,
		private readonly events: Events,
		private readonly log: RequestLog,
		private readonly config: () => SandboxConfig,
	) {}

	/**
	 * @param projectUid - the project it must belong to
	 * @throws ApiError 404
	 */
	get(projectUid: string, jobUid: string): Job {
		const job = this.jobs.get(jobUid);
		if (job?.project.uid !== projectUid) throw notFound('Job', jobUid);
		return job;
	}

	/**
	 * The job with this uid, in whatever project.
	 *
	 * @throws ApiError 404
	 */
	byUid(jobUid: string): Job {
		const job = this.jobs.get(jobUid);
		if (!job) throw notFound('Job', jobUid);
		return job;
	}

	has(jobUid: string): boolean {
		return this.jobs.has(jobUid);
	}

	delete(jobs: Job[]): void {
		for (const { uid } of jobs) this.jobs.delete(uid);
	}

	/** All jobs that somebody is assigned to, oldest first. */
	ofUser(id: string): Job[] {
		const isTheirs = ({ providers }: Job) => providers.some((one) => one.type === 'USER' && one.id === id);
		return [...this.jobs.values()].filter(isTheirs);
	}

	/** All jobs of a project, oldest first. */
	ofProject(projectUid: string): Job[] {
		return [...this.jobs.values()].filter(({ project }) => project.uid === projectUid);
	}

	/**
	 * Creates a job for every target language and workflow step and starts their import.
	 *
	 * @throws ApiError 400 when the target languages or the settings do not fit the project
	 */
	create(project: Project, source: SandboxFile, request: JobCreateRequest, continuous = false): CreatedJobs {
		checkRequest(project, request);
		if (UNSUPPORTED_EXTENSIONS.has(extensionOf(source.name)))
			return { jobs: [], unsupportedFiles: [source.name] };
		const jobs = this.add(project, source, request, continuous);
		for (const job of jobs) this.countDuplicate(job);
		const asyncRequest = this.asyncRequests.start({
			action: 'IMPORT_JOB',
			project,
			jobs,
			ms: this.config().times.importMs,
			callbackUrl: request.callbackUrl,
			finish: () => this.finishImport(project, jobs),
		});
		return { asyncRequest, jobs, unsupportedFiles: [] };
	}

	/** Puts jobs into a project that are imported already, for tests that need many at once. */
	addReady(
		project: Project,
		source: SandboxFile,
		targetLangs: string[],
		times?: Partial<SandboxTimes>,
	): Job[] {
		const jobs = this.add(project, source, { targetLangs }, false);
		for (const job of jobs) Object.assign(job, { importStatus: { status: 'OK' }, times });
		this.events.emit('JOB_CREATED', { project, jobs });
		return jobs;
	}

	/**
	 * Gives jobs another status.
	 *
	 * @param status - REST name
	 * @returns the uids of the events that tell of it, one per project
	 */
	setStatus(jobs: Job[], status: string): string[] {
		for (const job of jobs) {
			job.status = status;
			job.statusChanges.push({ status, at: this.clock.now(), by: MANAGER });
		}
		return [...new Set(jobs.map(({ project }) => project))].map((project) =>
			this.events.emit('JOB_STATUS_CHANGED', {
				project,
				jobs: jobs.filter((job) => job.project === project),
			}),
		);
	}

	/**
	 * Starts a pre-translation.
	 *
	 * @throws ApiError 400 JOB_NOT_READY while an import runs or after it failed
	 */
	preTranslate(project: Project, jobs: Job[], callbackUrl: string | undefined): AsyncRequest {
		const unready = jobs.filter(({ importStatus }) => importStatus.status !== 'OK');
		if (unready.length > 0) {
			throw badRequest('JOB_NOT_READY', `Not imported yet: ${unready.map(({ uid }) => uid).join(', ')}`);
		}
		return this.asyncRequests.start({
			action: 'PRE_TRANSLATE',
			project,
			jobs,
			ms: Math.max(...jobs.map((job) => this.timesOf(job).preTranslateMs)),
			callbackUrl,
			finish: () =>
				failureOf(jobs, 'fail-pretranslate', 'PRE_TRANSLATE_FAILED', 'The job could not be pre-translated.'),
		});
	}

	/**
	 * Starts the making of a target file.
	 *
	 * @throws ApiError 400 JOB_NOT_READY while the import runs or after it failed
	 */
	export(job: Job, callbackUrl: string | undefined): AsyncRequest {
		if (job.importStatus.status !== 'OK') throw badRequest('JOB_NOT_READY', `Not imported yet: ${job.uid}`);
		return this.asyncRequests.start({
			action: 'EXPORT_COMPLETE_FILE',
			project: job.project,
			jobs: [job],
			ms: this.timesOf(job).exportMs,
			callbackUrl,
			finish: () => failureOf([job], 'fail-export', 'EXPORT_FAILED', 'The target file could not be made.'),
		});
	}

	/**
	 * Divides a job. Whether the job goes on as its first part is not documented; here it does.
	 *
	 * @param ends - after how many segments each part but the last ends
	 */
	split(job: Job, ends: number[]): Job[] {
		const { segments, beginIndex } = job;
		const parts = [...ends, segments.length].map((end, index, all) => {
			const begin = all[index - 1] ?? 0;
			return { split: true, segments: segments.slice(begin, end), beginIndex: beginIndex + begin };
		});
		const [first, ...others] = parts;
		return [
			Object.assign(job, first),
			...others.map((part) => this.keep({ ...job, ...part, statusChanges: [...job.statusChanges] })),
		];
	}

	/** Webhooks hear of jobs, of all workflow steps at once, when their import has succeeded. */
	private finishImport(project: Project, jobs: Job[]): AsyncFailure | undefined {
		const failure = failureOf(jobs, 'fail-import', 'IMPORT_FAILED', 'The file could not be imported.');
		for (const job of jobs) {
			job.importStatus = failure ? { status: 'ERROR', errorMessage: failure.errorDesc } : { status: 'OK' };
		}
		if (!failure) this.events.emit('JOB_CREATED', { project, jobs });
		return failure;
	}

	private timesOf(job: Job): SandboxTimes {
		return { ...this.config().times, ...job.times };
	}

	private add(project: Project, source: SandboxFile, request: JobCreateRequest, continuous: boolean): Job[] {
		const sourceFileUid = uidOf(`sourceFile:${this.created}`);
		const levels =
			project.workflowSteps.length > 0 ? project.workflowSteps.map((step) => step.workflowLevel) : [1];
		return request.targetLangs.flatMap((targetLang) => {
			const innerId = this.nextInnerId(project);
			const target = translated(source, targetLang);
			return levels.map((workflowLevel) => {
				const dateCreated = this.clock.now();
				return this.keep({
					innerId,
					project,
					workflowLevel,
					targetLang,
					status: 'NEW',
					dateCreated,
					...settingsOf(project, request, targetLang, workflowLevel),
					path: request.path,
					continuous,
					isRemote: request.remoteFile !== undefined,
					split: false,
					sourceFileUid,
					source,
					target,
					segments: segmentsIn(source, target),
					beginIndex: 0,
					statusChanges: [{ status: 'NEW', at: dateCreated, by: MANAGER }],
					importStatus: { status: 'RUNNING' },
				});
			});
		});
	}

	/** Numbers are not given twice, though jobs are deleted. */
	private nextInnerId({ uid }: Project): string {
		const next = (this.innerIds.get(uid) ?? 0) + 1;
		this.innerIds.set(uid, next);
		return String(next);
	}

	private keep(job: Omit<Job, 'uid' | 'serverTaskId'>): Job {
		const kept = {
			...job,
			uid: uidOf(`job:${this.created}`),
			serverTaskId: String(FIRST_SERVER_TASK + this.created),
		};
		this.created += 1;
		this.jobs.set(kept.uid, kept);
		return kept;
	}

	/** A job whose like exists already was probably created by a retry that should not have been. */
	private countDuplicate({ project, source, targetLang, workflowLevel }: Job): void {
		const key = [project.uid, source.name, source.identity, targetLang, workflowLevel].join('|');
		if (this.seen.has(key)) this.log.count('duplicateJobs');
		this.seen.add(key);
	}
}

export function failureOf(
	jobs: Array<Pick<Job, 'source'>>,
	sign: string,
	errorCode: string,
	errorDesc: string,
): AsyncFailure | undefined {
	return jobs.some(({ source }) => source.name.includes(sign)) ? { errorCode, errorDesc } : undefined;
}
