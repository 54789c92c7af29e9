import type { IDataObject } from 'n8n-workflow';
import { download } from '../../../../../core/endings/file';
import { startedWork, startsOne } from '../../../../../core/endings/workCourse';
import { toPhraseError } from '../../../../../core/http/errors';
import { fileToSend } from '../../../../../core/fields/sentFile';
import { wantsLanguageInName } from '../../../../../core/fields/languageInName';
import { asRecord, asText } from '../../../../../core/http/read';
import { inParallel } from '../../../../../core/concurrency/inParallel';
import type { Call, Ending } from '../../../../../core/operation/operation';
import type { Part } from '../../../../../core/operation/part';
import type { StartedWork } from '../../../../../core/operation/startedWork';
import { keepTrying } from '../../../../../core/waiting/keepTrying';
import { waitDetails, type Polling } from '../../../../../core/waiting/waitFor';
import { passes } from '../../../fields/qualityGate';
import { explain } from './explain';
import type { Upload } from './metadata';
import {
	failedTranslation,
	fileTranslationWork,
	readProgress,
	type LanguageProgress,
	type Progress,
} from './progress';
import { getFile, getScore } from './requests';
import { start } from './started';

/** A file to translate, and what is wanted of it. */
interface Translation extends Upload {
	qualityScore: boolean;
	/** Name of the binary field that receives each translated file; undefined when its text is wanted. */
	outputBinaryPropertyName?: string;
}

/**
 * The request uploads a file; the operation waits for its translations and gives an item for each language. A language
 * that fails, or is not ready in time, is a failed part beside the others.
 */
export function translatedFiles(): Ending<Translation> {
	return startedWork<Translation, Progress>({
		kind: fileTranslationWork,
		starts: startsOne(start),
		collect: async (call, { work, state, ...polling }) =>
			await eachLanguage(
				call,
				state,
				async (language) => await collect(call, work, state, { language, polling }),
			),
		collectUnfinished: async (call, work, failure) => {
			const progress = await readProgress(work, call.client).catch(() => {
				throw failure;
			});
			return await eachLanguage(call, progress, async (language) => {
				if (language.ended) return await collect(call, work, progress, { language });
				return call.failed(failure.with({ about: aboutLanguage(work, language) }));
			});
		},
	});
}

async function eachLanguage(
	{ slots }: Call<unknown>,
	{ languages }: Progress,
	collectOne: (language: LanguageProgress) => Promise<Part>,
): Promise<Part[]> {
	return await slots.lend(async () => await inParallel(languages, slots, collectOne));
}

async function collect(
	call: Call<Translation>,
	work: StartedWork,
	{ languages }: Progress,
	{ language, polling }: { language: LanguageProgress; polling?: Polling },
): Promise<Part> {
	const { client, signal, values } = call;
	const about = aboutLanguage(work, language);
	const uid = asText(about.fileTranslationUid) ?? '';
	try {
		if (!isTranslated(language)) throw failedTranslation([language], uid, languages);
		const scored = values.qualityScore ? await scoreOf(call, uid, language) : undefined;
		const score = scored && { ...scored, passed: passes(scored.score, values) };
		const { expiresAt } = work.about;
		const details = polling === undefined ? {} : waitDetails(values, polling);
		return await download(
			call,
			getFile(uid, 'MT_GENERIC_PRETRANSLATE', language.language),
			{
				fallbackName: () => fileToSend(values).fileName,
				json: () => ({ ...about, ...score, expiresAt, ...details }),
				into: () => values.outputBinaryPropertyName ?? 'data',
				language: wantsLanguageInName(values) ? language.language : undefined,
			},
			async (request) => await keepTrying(call, request.repeat, async () => await client.open(request)),
		);
	} catch (error) {
		signal.throwIfAborted();
		return call.failed(toPhraseError(explain(error, uid)).with({ about }));
	}
}

/** What names the translation into one language. */
function aboutLanguage({ about }: StartedWork, { language }: LanguageProgress): IDataObject {
	const { fileTranslationUid, sourceLang } = about;
	return { fileTranslationUid, uid: fileTranslationUid, sourceLang, targetLang: language };
}

/** A translation whose quality could not be estimated is a translation all the same. */
function isTranslated({ ended, failed }: LanguageProgress): boolean {
	return ended && failed.every((actionType) => actionType === 'QUALITY_ESTIMATION');
}

/** The score, or null and why there is none: the translated file has its price and must not be lost with it. */
async function scoreOf(
	call: Call<Translation>,
	uid: string,
	{ language, failed }: LanguageProgress,
): Promise<IDataObject> {
	if (failed.length > 0) return { score: null, scoreError: 'QUALITY_ESTIMATION ended in ERROR' };
	const request = getScore(uid, language);
	const { body } = await keepTrying(call, request.repeat, async () => await call.client.send(request));
	return { score: asRecord(body).score };
}
