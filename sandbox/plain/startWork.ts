import type { Endpoint } from '../../core/catalogue/endpoint';
import type { SandboxTimes } from '../config';
import type { Call } from '../http/call';
import type { AsyncAction, AsyncRequest } from '../model/asyncRequest';
import { failureOf } from '../state/job';
import type { World } from '../world';

/** What work the endpoints start, and which of the sandbox's times it takes. Phrase's documents name no action. */
const WORK: Record<string, { action: AsyncAction; time: keyof SandboxTimes }> = {
	createAnalysesForLangs: { action: 'PRE_ANALYSE', time: 'preTranslateMs' },
	createAnalysesForProviders: { action: 'PRE_ANALYSE', time: 'preTranslateMs' },
	recalculate: { action: 'POST_ANALYSE', time: 'preTranslateMs' },
	evaluateJobsQuality: { action: 'QP_EVALUATION', time: 'preTranslateMs' },
	evaluateQualityProfile: { action: 'QP_EVALUATION', time: 'preTranslateMs' },
	createProjectFromTemplateV2Async: { action: 'CREATE_PROJECT', time: 'importMs' },
	importTermBaseV2: { action: 'IMPORT_TBX', time: 'importMs' },
	importTransMemoryV2: { action: 'IMPORT_TMX', time: 'importMs' },
	exportCleanedTMs: { action: 'EXTRACT_CLEANED_TMS', time: 'tmExportMs' },
	humanTranslate: { action: 'ASYNC_TRANSLATE', time: 'preTranslateMs' },
};

/** What a request may say about the work that it starts. */
interface Said {
	callbackUrl?: string;
	jobs?: Array<{ uid: string }>;
}

/** Whether an endpoint starts an asynchronous request. */
export function isStarted(endpoint: Endpoint): endpoint is Endpoint & { starts: string } {
	return endpoint.starts !== undefined && endpoint.id in WORK;
}

/**
 * Starts the asynchronous request of an endpoint: nothing comes of it, but it ends when it should, and calls back. It fails
 * for a job whose file name has `fail-work` in it.
 *
 * @throws ApiError 429 when too many are pending
 */
export function startWork(endpoint: Endpoint, call: Call, world: World): AsyncRequest {
	const work = WORK[endpoint.id];
	if (!work) throw new Error(`it is not known what ${endpoint.id} starts`);
	const { callbackUrl, jobs = [] } = Object.assign({}, call.body, ...Object.values(call.jsonHeaders)) as Said;
	const { projectUid } = call.params;
	const known = jobs.filter(({ uid }) => world.jobs.has(uid)).map(({ uid }) => world.jobs.byUid(uid));
	return world.asyncRequests.start({
		action: work.action,
		...(projectUid !== undefined && { project: world.projects.get(projectUid) }),
		jobs: known,
		ms: world.config.times[work.time],
		callbackUrl,
		finish: () => failureOf(known, 'fail-work', 'WORK_FAILED', 'The work could not be done.'),
	});
}
