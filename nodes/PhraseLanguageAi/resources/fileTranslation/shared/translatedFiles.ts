import type { IDataObject } from 'n8n-workflow';
import { waitOptions } from '../../../../../core/fields/waitOptions';
import { asRecord } from '../../../../../core/http/read';
import { eachAlone } from '../../../../../core/endings/eachAlone';
import { download } from '../../../../../core/endings/file';
import type { Call, Ending, FailedPart, OutputItem } from '../../../../../core/operation/operation';
import { inParallel } from '../../../../../core/concurrency/inParallel';
import { waitDetails } from '../../../../../core/waiting/waitForAsyncRequest';
import { explain } from './explain';
import type { Upload } from './metadata';
import { unfinished, waitForFileTranslation, type LanguageProgress, type Progress } from './progress';
import { getFile, getScore } from './requests';
import { start, type StartedFileTranslation } from './started';

/** A file to translate, and what is wanted of it. */
interface Translation extends Upload {
	qualityScore: boolean;
	/** Name of the binary field that receives each translated file. */
	outputBinaryPropertyName: string;
}

/**
 * The request uploads a file; the operation waits for its translations and gives an item for each language. A language
 * that fails, or is not ready in time, is a failed part beside the others.
 */
export function translatedFiles(): Ending<Translation> {
	return {
		options: waitOptions,
		run: eachAlone(async (call) => {
			const { signal, slots, values } = call;
			const started = await start(call);
			try {
				const progress = await waitForFileTranslation(call, started.uid, values.targetLangs);
				return await slots.lend(
					async () =>
						await inParallel(
							progress.languages,
							slots,
							async (language) => await collect(call, started, progress, language),
						),
				);
			} catch (error) {
				signal.throwIfAborted();
				throw explain(error, started.uid);
			}
		}),
	};
}

async function collect(
	call: Call<Translation>,
	{ uid, expiresAt }: StartedFileTranslation,
	progress: Progress,
	language: LanguageProgress,
): Promise<OutputItem | FailedPart> {
	const { sourceLang, binaryPropertyName, qualityScore, outputBinaryPropertyName } = call.values;
	const about = { fileTranslationUid: uid, uid, sourceLang, targetLang: language.language };
	if (!isTranslated(language)) return { about, error: unfinished([language], uid, progress) };
	try {
		const score = qualityScore ? await scoreOf(call, uid, language) : {};
		return await download(call, getFile(uid, 'MT_GENERIC_PRETRANSLATE', language.language), {
			fallbackName: () => binaryPropertyName.fileName,
			json: () => ({ ...about, ...score, expiresAt, ...waitDetails(call.values, progress) }),
			into: () => outputBinaryPropertyName,
		});
	} catch (error) {
		call.signal.throwIfAborted();
		const explained = explain(error, uid);
		return { about, error: explained instanceof Error ? explained : new Error(String(explained)) };
	}
}

/** A translation whose quality could not be estimated is a translation all the same. */
function isTranslated({ ended, failed }: LanguageProgress): boolean {
	return ended && failed.every((actionType) => actionType === 'QUALITY_ESTIMATION');
}

/** The score, or null and why there is none: the translated file has its price and must not be lost with it. */
async function scoreOf(
	{ client }: Call<Translation>,
	uid: string,
	{ language, failed }: LanguageProgress,
): Promise<IDataObject> {
	if (failed.length > 0) return { score: null, scoreError: 'QUALITY_ESTIMATION ended in ERROR' };
	const { score } = asRecord((await client.send(getScore(uid, language))).body);
	return { score };
}
