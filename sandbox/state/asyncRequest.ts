import type { Callbacks } from '../callbacks';
import type { Clock } from '../clock';
import type { SandboxConfig } from '../config';
import { ApiError, badRequest, notFound } from '../errors';
import type { Events } from '../events';
import {
	presentAsyncRequest,
	type AsyncAction,
	type AsyncRequest,
	type AsyncResponse,
} from '../model/asyncRequest';
import { presentJob, type Job } from '../model/job';
import type { Project } from '../model/project';
import type { RequestLog } from '../requestLog';

const FIRST_ID = 381_708_066;

/** Why an asynchronous request failed. */
export interface AsyncFailure {
	errorCode: string;
	errorDesc: string;
}

/** What to start. */
export interface AsyncStart {
	action: AsyncAction;
	/** What belongs to a project has one. */
	project?: Project;
	jobs: Job[];
	/** How long it takes, ms. */
	ms: number;
	callbackUrl?: string;
	/** Runs at the end, before anyone is told; returns why it failed, if it did. */
	finish: () => AsyncFailure | undefined;
}

/** The asynchronous requests of TMS: started, pending for a while, ended, told to the callback and to webhooks. */
export class AsyncRequests {
	private readonly requests = new Map<string, AsyncRequest>();

	constructor(
		private readonly clock: Clock,
		private readonly callbacks: Callbacks,
		private readonly events: Events,
		private readonly config: () => SandboxConfig,
	) {}

	/**
	 * Starts an asynchronous request.
	 *
	 * Phrase names a limit of pending requests per organization but not the answer above it; the sandbox
	 * answers 429.
	 *
	 * @throws ApiError 429 when too many are pending
	 */
	start({ action, project, jobs, ms, callbackUrl, finish }: AsyncStart): AsyncRequest {
		const { pendingLimit } = this.config();
		if (pendingLimit !== null && this.pending().length >= pendingLimit) {
			throw new ApiError(
				429,
				'TooManyPendingRequests',
				`There are ${pendingLimit} pending asynchronous requests already.`,
			);
		}
		const request: AsyncRequest = {
			id: String(FIRST_ID + this.requests.size),
			action,
			dateCreated: this.clock.now(),
			project,
			jobs,
			asyncResponse: null,
			callbackUrl,
			spent: false,
		};
		this.requests.set(request.id, request);
		this.clock.after(ms, () => this.end(request, finish()));
		return request;
	}

	/** @throws ApiError 404 when there is none */
	get(id: string): AsyncRequest {
		const request = this.requests.get(id);
		if (!request) throw notFound('Async request', id);
		return request;
	}

	/** Those that have not ended, oldest first. */
	pending(): AsyncRequest[] {
		return [...this.requests.values()].filter(({ asyncResponse }) => asyncResponse === null);
	}

	private end(request: AsyncRequest, failure: AsyncFailure | undefined): void {
		const response: AsyncResponse = { dateCreated: this.clock.now().toISOString() };
		if (failure) {
			Object.assign(response, failure, {
				errorDetails: [{ code: 'SEGMENT', args: { segment: '12' }, message: 'Look at segment 12' }],
			});
		}
		request.asyncResponse = response;
		this.callbacks.send(request.callbackUrl, callbackBody(request));
		const { project, jobs } = request;
		this.events.emit('ASYNC_REQUEST_FINISHED', { project, jobs, asyncRequest: request });
	}
}

/**
 * What TMS sends to the callbackUrl: always `asyncRequest`, the same as when it is read, and one more
 * member that depends on the action. Phrase's documents print only `analyse` as that member; the names
 * here are a guess, so a receiver must not depend on them.
 */
function callbackBody(request: AsyncRequest): Record<string, unknown> {
	const asyncRequest = presentAsyncRequest(request);
	const jobs = request.jobs.map(presentJob);
	return request.action === 'EXPORT_COMPLETE_FILE'
		? { asyncRequest, jobPart: jobs[0] }
		: { asyncRequest, jobParts: jobs };
}

/**
 * Spends the id of an export: a download with it begins.
 *
 * The id is spent once a download starts (Phrase, completedFileV3). What Phrase answers to a spent id or to one that
 * is not ready is not documented; the sandbox says 410 and 400.
 *
 * @throws ApiError when the export has not ended well, or its id is spent
 */
export function spendDownload(request: AsyncRequest, log: RequestLog): void {
	if (!request.asyncResponse) throw badRequest('NotReady', `Async request ${request.id} has not finished.`);
	if (request.asyncResponse.errorCode !== undefined) {
		throw badRequest(request.asyncResponse.errorCode, request.asyncResponse.errorDesc ?? '');
	}
	if (request.spent) {
		log.count('spentIdReuse');
		throw new ApiError(410, 'Gone', `Async request ${request.id} has been used for a download already.`);
	}
	request.spent = true;
}
