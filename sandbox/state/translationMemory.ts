import type { SandboxConfig } from '../config';
import { badRequest } from '../errors';
import { contentFile, generatedFile, type SandboxFile } from '../files';
import type { AsyncRequest } from '../model/asyncRequest';
import type { TransMemory } from '../model/translationMemory';
import type { AsyncRequests } from './asyncRequest';
import type { PlainResources } from './plainResource';

/** Segments of each translation memory: enough that a file is more than one packet. */
const SEGMENTS = 400;

/** What an export is made of. */
export type ExportFormat = 'TMX' | 'XLSX';

/** The exports of translation memories, which themselves are plain. A name with `fail-export` makes an export fail. */
export class TransMemories {
	private readonly exports = new WeakMap<AsyncRequest, { memory: TransMemory; targetLangs: string[] }>();

	constructor(
		private readonly plain: PlainResources,
		private readonly asyncRequests: AsyncRequests,
		private readonly config: () => SandboxConfig,
	) {}

	/** @throws ApiError 404 */
	get(uid: string): TransMemory {
		return this.plain.get('/api2/transMemories', uid) as unknown as TransMemory;
	}

	/**
	 * Starts an export.
	 *
	 * @param action - of the whole translation memory, or of what a query finds
	 * @throws ApiError 400 when a language is not in the translation memory
	 */
	export(
		memory: TransMemory,
		targetLangs: string[],
		callbackUrl: string | undefined,
		action: 'EXPORT_TMX' | 'EXPORT_TMX_BY_QUERY' = 'EXPORT_TMX',
	): AsyncRequest {
		const strangers = targetLangs.filter((lang) => !memory.targetLangs.includes(lang));
		if (strangers.length > 0) {
			throw badRequest('InvalidParameters', `Not in the translation memory: ${strangers.join(', ')}`);
		}
		const request = this.asyncRequests.start({
			action,
			jobs: [],
			ms: this.config().times.tmExportMs,
			callbackUrl,
			finish: () =>
				memory.name.includes('fail-export')
					? { errorCode: 'EXPORT_FAILED', errorDesc: 'The translation memory could not be exported.' }
					: undefined,
		});
		this.exports.set(request, {
			memory,
			targetLangs: targetLangs.length > 0 ? targetLangs : memory.targetLangs,
		});
		return request;
	}

	/** The file that an export made; undefined when the request is not an export of a translation memory. */
	exported(request: AsyncRequest, format: ExportFormat): SandboxFile | undefined {
		const found = this.exports.get(request);
		return found && fileOf(found.memory, found.targetLangs, format);
	}
}

/** What an export of a translation memory holds; the same every time. */
function fileOf(memory: TransMemory, targetLangs: string[], format: ExportFormat): SandboxFile {
	const name = `${memory.name}.${format.toLowerCase()}`;
	// Not a workbook that an office program could open; just bytes of that kind.
	if (format === 'XLSX') return generatedFile(name, 64 * 1024, `${memory.uid}>${targetLangs.join('+')}`);
	return contentFile(name, Buffer.from(tmx(memory, targetLangs)));
}

function tmx({ sourceLang, name }: TransMemory, targetLangs: string[]): string {
	const units = Array.from({ length: SEGMENTS }, (_, index) => {
		const text = `Segment ${index + 1} of ${name}`;
		const variants = [sourceLang, ...targetLangs].map(
			(lang) =>
				`<tuv xml:lang="${lang}"><seg>${lang === sourceLang ? text : `[${lang}] ${text}`}</seg></tuv>`,
		);
		return `<tu>${variants.join('')}</tu>`;
	});
	const header = `<header srclang="${sourceLang}" segtype="sentence" datatype="unknown" adminlang="en" creationtool="sandbox" creationtoolversion="1" o-tmf="none"/>`;
	return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">${header}<body>\n${units.join('\n')}\n</body></tmx>\n`;
}
