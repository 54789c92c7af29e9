import { badRequest } from '../errors';
import { takeUpload } from '../files';
import { noContent, ok, param, single, type Answer, type Call, type Handlers } from '../http/call';
import { fileNameOf } from '../http/fileName';
import type { AsyncRequest } from '../model/asyncRequest';
import { presentCreatedJob, presentUpdatedJob, type Job } from '../model/job';
import { presentCounts, presentSegment, targetOf, type Segment } from '../model/segment';
import { updateSource, updateTarget } from '../state/jobUpdate';
import type { World } from '../world';

/** Tag Job: what is in jobs, and how it changes. */
export const jobContent: Handlers = {
	updateSource: async (call, world) => {
		const { jobs, callbackUrl } = call.jsonHeaders.memsource as References & { callbackUrl?: string };
		const file = await takeUpload(fileNameOf(call), call.upload);
		return updated(updateSource(world, jobsOf(call, world, jobs), file, callbackUrl));
	},

	updateTarget: async (call, world) => {
		const meta = call.jsonHeaders.memsource as References & Parameters<typeof updateTarget>[3];
		const file = await takeUpload(fileNameOf(call), call.upload);
		const [job] = jobsOf(call, world, meta.jobs);
		if (!job) throw badRequest('InvalidParameters', 'No job is named.');
		return updated(updateTarget(world, job, file, meta));
	},

	getSegmentsCount: (call, world) =>
		ok({
			segmentsCountsResults: jobsOf(call, world).map((job) => ({
				jobPartUid: job.uid,
				counts: presentCounts(job),
			})),
		}),

	/** Whether the last index is included is not documented; here it is. */
	listSegments: (call, world) => {
		const job = jobOf(call, world);
		const [begin, end] = ['beginIndex', 'endIndex'].map((name) => Number(single(call, name) ?? 0));
		const from = (begin ?? 0) - job.beginIndex;
		const shown = job.segments.slice(Math.max(0, from), Math.max(0, (end ?? 0) - job.beginIndex + 1));
		return ok({ segments: shown.map((segment) => presentSegment(segment, job)) });
	},

	statusChanges: (call, world) => {
		const { statusChanges } = jobOf(call, world);
		const changes = statusChanges.map(({ status, at, by }) => ({
			status,
			changedDate: at.toISOString(),
			changedBy: by,
		}));
		return ok({ statusChanges: single(call, 'order') === 'DESC' ? changes.reverse() : changes });
	},

	split: (call, world) => {
		const job = jobOf(call, world);
		const ends = endsOf(job, call.body as Split);
		if (job.split || ends.length === 0)
			throw badRequest('InvalidParameters', `Job ${job.uid} cannot be split so.`);
		return ok({ jobs: world.jobs.split(job, ends).map(presentCreatedJob) });
	},

	deleteAllTranslations: (call, world) =>
		noContent(() => {
			for (const job of jobsOf(call, world)) clear(job, () => true);
		}),

	deleteAllTranslationsV2: (call, world) =>
		noContent(() => {
			const { deleteSettings = {} } = call.body as { deleteSettings?: Partial<Segment> };
			const { confirmed, locked = false } = deleteSettings;
			for (const job of jobsOf(call, world)) {
				clear(job, (one) => one.locked === locked && one.confirmed === (confirmed ?? one.confirmed));
			}
		}),

	webEditorLinkV2: (call, world) => {
		const jobs = jobsOf(call, world);
		if (new Set(jobs.map(({ targetLang }) => targetLang)).size > 1)
			throw badRequest('NOT_UNIQUE_TARGET_LANG', 'Requested jobs contain different target locales.');
		const warnings = jobs
			.filter(({ status }) => ['DELIVERED', 'COMPLETED', 'REJECTED'].includes(status))
			.map(({ uid, status }) => ({ code: `IN_${status}_STATE`, args: { uid }, message: `Job is ${status}` }));
		const uids = jobs.map(({ uid }) => uid).join('-');
		return ok({ url: `https://cloud.memsource.com/web/job/${uids}/translate`, warnings });
	},

	/** What becomes of jobs that no connector has brought is not documented; here they are left out. */
	exportToOnlineRepository: (call, world) =>
		ok({
			jobs: jobsOf(call, world)
				.filter(({ isRemote }) => isRemote)
				.map(({ uid }) => ({ uid })),
		}),
};

interface References {
	jobs: Array<{ uid: string }>;
}

/** What `SplitJobActionDto` says, of which one member is given. */
interface Split {
	partCount?: number;
	partSize?: number;
	wordCount?: number;
	segmentOrdinals?: number[];
}

function jobOf(call: Call, world: World): Job {
	return world.jobs.get(world.projects.get(param(call, 'projectUid')).uid, param(call, 'jobUid'));
}

function jobsOf(call: Call, world: World, jobs = (call.body as Partial<References>).jobs ?? []): Job[] {
	const { uid } = world.projects.get(param(call, 'projectUid'));
	return jobs.map((reference) => world.jobs.get(uid, reference.uid));
}

/** After how many segments each part but the last ends. */
function endsOf({ segments }: Job, { partCount, partSize, wordCount, segmentOrdinals }: Split): number[] {
	const count = segments.length;
	// Of words the sandbox knows that a segment has five.
	const size = partSize ?? (wordCount ? Math.ceil(wordCount / 5) : Math.ceil(count / (partCount ?? 1)));
	const ends = segmentOrdinals ?? Array.from({ length: count }, (_one, index) => (index + 1) * size);
	return ends.filter((end) => end > 0 && end < count);
}

function clear(job: Job, isMeant: (segment: Segment) => boolean): void {
	for (const segment of job.segments.filter(isMeant)) {
		Object.assign(segment, { translation: '', confirmed: false });
	}
	job.target = targetOf(job);
}

function updated(request: AsyncRequest): Answer {
	const { id, action, dateCreated, jobs } = request;
	return ok({
		asyncRequest: { id, action, dateCreated: dateCreated.toISOString() },
		jobs: jobs.map(presentUpdatedJob),
	});
}
