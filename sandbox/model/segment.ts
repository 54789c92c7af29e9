import { contentFile, type SandboxFile } from '../files';
import type { Job } from './job';
import { MANAGER } from './user';

/** A piece of a job that is translated by itself: in the sandbox, a line with text. */
export interface Segment {
	id: string;
	source: string;
	/** Empty as long as nobody has translated it. */
	translation: string;
	confirmed: boolean;
	locked: boolean;
}

/** A line with text. */
const LINE = /^.*\S.*$/gm;

/** The segments of two files that belong together; a file that is not kept as text is one segment. */
export function segmentsIn(source: SandboxFile, target: SandboxFile): Segment[] {
	const translations = linesOf(target);
	return linesOf(source).map((line, index) => ({
		id: String(index),
		source: line,
		translation: translations[index] ?? '',
		confirmed: false,
		locked: false,
	}));
}

function linesOf({ content, name }: SandboxFile): string[] {
	return content === undefined ? [name] : (content.toString('utf8').match(LINE) ?? []);
}

/** The target file that the segments of a job make: the source file with each line translated, where it is. */
export function targetOf({ source, segments, target }: Job): SandboxFile {
	if (source.content === undefined) return target;
	const left = segments.map((segment) => segment.translation || segment.source);
	const text = source.content.toString('utf8').replace(LINE, (line) => left.shift() ?? line);
	return contentFile(source.name, Buffer.from(text));
}

/** A segment as `Get segments` shows it (`JobSegmentDto`). */
export function presentSegment({ id, source, translation }: Segment, job: Job): Record<string, unknown> {
	const at = job.dateCreated.getTime();
	return {
		id: `${job.uid}:${id}`,
		source,
		translation,
		createdAt: at,
		modifiedAt: at,
		createdBy: MANAGER,
		modifiedBy: MANAGER,
		workflowLevel: job.workflowLevel,
	};
}

/** What there is to count in a job (`SegmentsCountsDto`). */
export function presentCounts({ segments }: Job): Record<string, unknown> {
	const confirmed = segments.filter((one) => one.confirmed);
	const locked = segments.filter((one) => one.locked);
	const completed = segments.filter((one) => one.confirmed || one.locked);
	return {
		allConfirmed: confirmed.length === segments.length,
		segmentsCount: segments.length,
		translatedSegmentsCount: segments.filter(({ translation }) => translation !== '').length,
		completedSegmentsCount: completed.length,
		lockedSegmentsCount: locked.length,
		wordsCount: wordsIn(segments),
		confirmedWordsCount: wordsIn(confirmed),
		completedWordsCount: wordsIn(completed),
		lockedWordsCount: wordsIn(locked),
		qualityAssuranceResolved: true,
	};
}

function wordsIn(segments: Segment[]): number {
	return segments.flatMap(({ source }) => source.match(/\S+/g) ?? []).length;
}
