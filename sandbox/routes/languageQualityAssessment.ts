import { badRequest } from '../errors';
import { noContent, ok, param, type Call, type Handlers } from '../http/call';
import type { PlainItem } from '../state/plainResource';
import type { World } from '../world';

/** Where assessments are kept, by the job's uid. */
const ASSESSMENTS = '/api2/lqa/assessments';

interface Assessment {
	jobPartUid: string;
	startedDate: string;
	finishedDate?: string;
	overallFeedback?: string;
	origin: 'AI' | 'HUMAN';
}

/** Tag Language Quality Assessment: assessments are started, finished and discarded. Each one passes with 97 points. */
export const languageQualityAssessment: Handlers = {
	getAssessments: (call, world) =>
		ok({ assessmentDetails: jobUidsOf(call, world).map((uid) => present(uid, world)) }),

	startAssessments: (call, world) => {
		const uids = jobUidsOf(call, world);
		for (const uid of uids) {
			if (find(uid, world)) continue;
			keep(uid, 'HUMAN', world);
		}
		return ok({ assessmentDetails: uids.map((uid) => present(uid, world)) });
	},

	finishAssessments: ({ body }, world) => {
		const { items } = body as { items: Array<{ jobPartUid: string; overallFeedback?: string }> };
		for (const { jobPartUid, overallFeedback } of items) {
			const finishedDate = world.clock.now().toISOString();
			Object.assign(find(jobPartUid, world) ?? {}, { finishedDate, overallFeedback });
		}
		return ok({ results: items.map(({ jobPartUid }) => resultOf(jobPartUid)) });
	},

	discardOngoingAssessments: (call, world) =>
		noContent(() => {
			const all = world.plain.all(ASSESSMENTS);
			for (const uid of jobUidsOf(call, world)) {
				const index = all.findIndex(({ jobPartUid, finishedDate }) => jobPartUid === uid && !finishedDate);
				if (index >= 0) all.splice(index, 1);
			}
		}),

	/** It ends at once here. Whether an asynchronous request answers is not documented. */
	runAutoLqa: (call, world) =>
		noContent(() => {
			for (const uid of autoJobsOf(call, world)) {
				Object.assign(keep(uid, 'AI', world), { finishedDate: world.clock.now().toISOString() });
			}
		}),
};

/** @throws ApiError 400 when both jobs and a workflow step are named, or a step that the project does not have */
function autoJobsOf(call: Call, { jobs, projects }: World): string[] {
	const { workflowSteps, uid: projectUid } = projects.get(param(call, 'projectUid'));
	const { jobParts, projectWorkflowStep } = (call.body ?? {}) as {
		jobParts?: Array<{ uid: string }>;
		projectWorkflowStep?: { id: string };
	};
	const step = workflowSteps.find(({ id }) => id === projectWorkflowStep?.id);
	if (projectWorkflowStep && (jobParts || !step)) {
		throw badRequest('InvalidParameters', 'Jobs or a workflow step of the project have to be named.');
	}
	if (jobParts) return jobParts.map(({ uid }) => jobs.byUid(uid).uid);
	const all = jobs.ofProject(projectUid);
	return all.filter((job) => !step || job.workflowLevel === step.workflowLevel).map(({ uid }) => uid);
}

function keep(jobPartUid: string, origin: Assessment['origin'], { plain, clock }: World): PlainItem {
	const made = { jobPartUid, origin, startedDate: clock.now().toISOString() };
	plain.all(ASSESSMENTS).push(made);
	return made;
}

/** @throws ApiError 404 */
function jobUidsOf({ body }: Call, { jobs }: World): string[] {
	return (body as { jobParts: Array<{ uid: string }> }).jobParts.map(({ uid }) => jobs.byUid(uid).uid);
}

function find(uid: string, { plain }: World): Assessment | undefined {
	return plain.all(ASSESSMENTS).find(({ jobPartUid }) => jobPartUid === uid) as Assessment | undefined;
}

function resultOf(uid: string) {
	return { jobPart: { uid }, status: 'PASS', score: 97 };
}

function present(uid: string, world: World): Record<string, unknown> {
	const known = find(uid, world);
	const status = known === undefined ? 'NOT_STARTED' : known.finishedDate ? 'FINISHED' : 'STARTED';
	return {
		...known,
		jobPartUid: uid,
		requestedJobPartUid: uid,
		lqaEnabled: true,
		availability: 'ENABLED',
		status,
		...(known?.finishedDate && { assessmentResult: resultOf(uid) }),
	};
}
