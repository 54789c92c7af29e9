import { contentFile, type SandboxFile } from '../files';
import type { Job } from './job';

/** What one segment is in a bilingual file. */
interface Unit {
	jobUid: string;
	/** Which segment of the job. */
	segment: number;
	translation: string;
	confirmed: boolean;
}

const EXTENSIONS: Record<string, string> = { MXLF: 'mxliff', DOCX: 'docx', TMX: 'tmx', XLIFF: 'xliff' };

/** One unit of the sandbox's MXLIFF, as `bilingualFile` writes it. */
const UNIT =
	/<trans-unit id="(\w+):(\d+)" m:confirmed="([01])"[^>]*>\s*<source>[^<]*<\/source>\s*<target>([^<]*)<\/target>/g;

/**
 * Jobs in one bilingual file. What is in an MXLIFF of Phrase is not documented; this one has the shape of XLIFF 1.2. The
 * other formats have the same content.
 */
export function bilingualFile(jobs: Job[], format: string): SandboxFile {
	const [first] = jobs;
	const name = `${first?.source.name ?? 'jobs'}-${first?.targetLang ?? ''}.${EXTENSIONS[format] ?? 'mxliff'}`;
	const text = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<xliff version="1.2" xmlns:m="http://www.memsource.com/mxlf/2.0">',
		...jobs.map(
			(job) =>
				`<file original="${escaped(job.source.name)}" target-language="${job.targetLang}"><body>\n` +
				`${job.segments.map((_one, index) => unitOf(job, index)).join('\n')}\n</body></file>`,
		),
		'</xliff>',
		'',
	].join('\n');
	return contentFile(name, Buffer.from(text));
}

function unitOf({ uid, segments }: Job, index: number): string {
	const { source = '', translation = '', confirmed = false } = segments[index] ?? {};
	return (
		`<trans-unit id="${uid}:${index}" m:confirmed="${Number(confirmed)}">` +
		`<source>${escaped(source)}</source><target>${escaped(translation)}</target></trans-unit>`
	);
}

/** What a bilingual file of the sandbox says of segments. */
export function unitsIn({ content }: SandboxFile): Unit[] {
	const text = content?.toString('utf8') ?? '';
	return [...text.matchAll(UNIT)].map(([, jobUid = '', segment, confirmed, translation = '']) => ({
		jobUid,
		segment: Number(segment),
		translation: unescaped(translation),
		confirmed: confirmed === '1',
	}));
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function unescaped(text: string): string {
	return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
