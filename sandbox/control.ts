import { z } from 'zod/v4';
import { timesPatchSchema } from './config';
import { notFound } from './errors';
import { contentFile, generatedFile, type SandboxFile } from './files';
import { scoreOf } from './state/fileTranslations';
import type { Job } from './state/types';
import type { World } from './world';

/** What ready jobs are to be made of. */
export const readyJobsSchema = z.strictObject({
	/** Project to put them into; the seed's project when missing. */
	projectUid: z.string().optional(),
	/** How many, when there are no `names`. */
	count: z.number().int().min(1).max(10_000).default(1),
	/** File names; one job each. */
	names: z.array(z.string().min(1)).optional(),
	/** Size of source and target file in bytes; small text files when missing. */
	sizeBytes: z.number().int().min(0).optional(),
	/** Target language; the project's first when missing. */
	targetLang: z.string().optional(),
	/** Times of these jobs that differ from the sandbox's. */
	times: timesPatchSchema.optional(),
});

export type ReadyJobs = z.input<typeof readyJobsSchema>;

/** A file as tests want to know it. */
export interface FileFacts {
	name: string;
	/** Bytes. */
	size: number;
	/** Hexadecimal. */
	sha256: string;
}

/** A job with the checksums of its files. */
export interface JobFacts {
	uid: string;
	projectUid: string;
	filename: string;
	targetLang: string;
	importStatus: string;
	source: FileFacts;
	target: FileFacts;
}

/** A file translation with the checksums of its files and its scores, by language. */
export interface FileTranslationFacts {
	uid: string;
	metadata: unknown;
	source: FileFacts;
	targets: Record<string, FileFacts>;
	scores: Record<string, number>;
}

/**
 * Makes jobs that are imported already, as many as a benchmark needs.
 *
 * @throws ZodError for wrong input, ApiError 404 for an unknown project
 */
export function createReadyJobs(
	world: World,
	wanted: ReadyJobs,
): Array<{ uid: string; projectUid: string; filename: string }> {
	const { projectUid, count, names, sizeBytes, targetLang, times } = readyJobsSchema.parse(wanted);
	const project = world.project(projectUid ?? world.seed.project.uid);
	const lang = targetLang ?? project.targetLangs[0] ?? '';
	const extension = sizeBytes === undefined ? 'txt' : 'bin';
	const fileNames =
		names ?? Array.from({ length: count }, (_, i) => `ready-${String(i + 1).padStart(4, '0')}.${extension}`);
	const jobs = fileNames.flatMap((name) =>
		world.jobs.addReady(project, readySource(name, sizeBytes), [lang], times),
	);
	return jobs.map((job) => ({ uid: job.uid, projectUid: project.uid, filename: job.source.name }));
}

/** @throws ApiError 404 */
export async function jobFacts(world: World, uid: string): Promise<JobFacts> {
	const job = findJob(world, uid);
	return {
		uid,
		projectUid: job.project.uid,
		filename: job.source.name,
		targetLang: job.targetLang,
		importStatus: job.importStatus.status,
		source: await fileFacts(job.source),
		target: await fileFacts(job.target),
	};
}

/** @throws ApiError 404 or 410 */
export async function fileTranslationFacts(world: World, uid: string): Promise<FileTranslationFacts> {
	const translation = world.fileTranslations.get(uid);
	const targets: Record<string, FileFacts> = {};
	const scores: Record<string, number> = {};
	for (const [language, file] of translation.targets) {
		targets[language] = await fileFacts(file);
		scores[language] = scoreOf(translation, language);
	}
	return {
		uid,
		metadata: translation.metadata,
		source: await fileFacts(translation.source),
		targets,
		scores,
	};
}

async function fileFacts(file: SandboxFile): Promise<FileFacts> {
	return { name: file.name, size: file.size, sha256: await file.sha256() };
}

/** @throws ApiError 404 */
export function findJob(world: World, uid: string): Job {
	const job = world.jobs.find(uid);
	if (!job) throw notFound('Job', uid);
	return job;
}

function readySource(name: string, sizeBytes: number | undefined): SandboxFile {
	if (sizeBytes === undefined) return contentFile(name, Buffer.from(`This is ${name}.\n`));
	return generatedFile(name, sizeBytes, `ready:${name}`);
}
