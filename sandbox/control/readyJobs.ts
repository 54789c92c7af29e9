import { z } from 'zod/v4';
import { timesPatchSchema } from '../config';
import { contentFile, generatedFile, type SandboxFile } from '../files';
import type { World } from '../world';

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
	const project = world.projects.get(projectUid ?? world.seed.project.uid);
	const lang = targetLang ?? project.targetLangs[0] ?? '';
	const extension = sizeBytes === undefined ? 'txt' : 'bin';
	const fileNames =
		names ?? Array.from({ length: count }, (_, i) => `ready-${String(i + 1).padStart(4, '0')}.${extension}`);
	const jobs = fileNames.flatMap((name) =>
		world.jobs.addReady(project, readySource(name, sizeBytes), [lang], times),
	);
	return jobs.map((job) => ({ uid: job.uid, projectUid: project.uid, filename: job.source.name }));
}

function readySource(name: string, sizeBytes: number | undefined): SandboxFile {
	if (sizeBytes === undefined) return contentFile(name, Buffer.from(`This is ${name}.\n`));
	return generatedFile(name, sizeBytes, `ready:${name}`);
}
