import { badRequest } from '../errors';
import { extensionOf } from '../fakeTranslation';
import { translated, type SandboxFile } from '../files';
import type { AsyncRequest } from '../model/asyncRequest';
import type { Job } from '../model/job';
import { segmentsIn } from '../model/segment';
import type { World } from '../world';
import { failureOf } from './job';

/** Statuses after which a source file stays as it is. */
const FINAL = new Set(['COMPLETED', 'DELIVERED', 'CANCELLED']);

/**
 * Starts to replace the source file of jobs, and of the jobs of the same file in the other workflow steps.
 *
 * @throws ApiError 400 when a job is none whose source can be replaced
 */
export function updateSource(
	world: World,
	jobs: Job[],
	source: SandboxFile,
	callbackUrl: string | undefined,
): AsyncRequest {
	const all = jobs.flatMap((job) =>
		world.jobs.ofProject(job.project.uid).filter(({ innerId }) => innerId === job.innerId),
	);
	refuse(jobs, ({ workflowLevel }) => workflowLevel > 1, 'is not of the first workflow step');
	refuse(all, ({ split }) => split, 'is split');
	refuse(all, ({ continuous, isRemote }) => continuous || isRemote, 'comes from a connector');
	refuse(all, ({ status }) => FINAL.has(status), 'has a final status');
	return start(world, 'UPDATE_SOURCE', { jobs: all, file: source, callbackUrl }, (job) => {
		const target = translated(source, job.targetLang);
		Object.assign(job, { source, target, segments: segmentsIn(source, target) });
		job.updateSourceDate = world.clock.now();
	});
}

/**
 * Starts to take the translation of a job from a file.
 *
 * @throws ApiError 400 when the job's translation cannot be replaced, or not by this file
 */
export function updateTarget(
	world: World,
	job: Job,
	target: SandboxFile,
	{
		callbackUrl,
		unconfirmChangedSegments = true,
	}: { callbackUrl?: string; unconfirmChangedSegments?: boolean },
): AsyncRequest {
	refuse([job], ({ split }) => split, 'is split');
	refuse([job], ({ continuous, isRemote }) => continuous || isRemote, 'comes from a connector');
	refuse(
		[job],
		({ source }) => extensionOf(source.name) !== extensionOf(target.name),
		'has another extension',
	);
	return start(world, 'UPDATE_TARGET', { jobs: [job], file: target, callbackUrl }, () => {
		const before = job.segments;
		job.segments = segmentsIn(job.source, target).map((segment, index) => {
			const { translation, confirmed = false, locked = false } = before[index] ?? {};
			const isChanged = translation !== segment.translation;
			return { ...segment, locked, confirmed: confirmed && !(isChanged && unconfirmChangedSegments) };
		});
		Object.assign(job, { target, updateTargetDate: world.clock.now() });
	});
}

function start(
	world: World,
	action: 'UPDATE_SOURCE' | 'UPDATE_TARGET',
	{ jobs, file, callbackUrl }: { jobs: Job[]; file: SandboxFile; callbackUrl?: string },
	update: (job: Job) => void,
): AsyncRequest {
	return world.asyncRequests.start({
		action,
		project: jobs[0]?.project,
		jobs,
		ms: world.config.times.importMs,
		callbackUrl,
		finish: () => {
			const failure = failureOf(
				[{ source: file }],
				'fail-import',
				'IMPORT_FAILED',
				'The file could not be read.',
			);
			if (!failure) jobs.forEach(update);
			return failure;
		},
	});
}

function refuse(jobs: Job[], isWrong: (job: Job) => boolean, why: string): void {
	const wrong = jobs.find(isWrong);
	if (wrong) throw badRequest('InvalidParameters', `Job ${wrong.uid} ${why}.`);
}
