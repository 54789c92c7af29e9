import type { SandboxFile } from '../files';
import { scoreOf } from '../state/fileTranslation';
import type { World } from '../world';

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
	/** REST name. */
	status: string;
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

/** @throws ApiError 404 */
export async function jobFacts(world: World, uid: string): Promise<JobFacts> {
	const job = world.jobs.byUid(uid);
	return {
		uid,
		projectUid: job.project.uid,
		filename: job.source.name,
		targetLang: job.targetLang,
		status: job.status,
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
