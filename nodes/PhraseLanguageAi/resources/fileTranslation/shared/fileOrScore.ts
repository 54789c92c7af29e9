import { eachAlone } from '../../../../../core/endings/eachAlone';
import { download } from '../../../../../core/endings/file';
import { shownWhen } from '../../../../../core/fields/field';
import { wantsLanguageInName } from '../../../../../core/fields/languageInName';
import { receivedFile } from '../../../../../core/fields/receivedFile';
import { asRecord } from '../../../../../core/http/read';
import type { Ending } from '../../../../../core/operation/operation';
import { byQuality, passes, qualityGate } from '../../../fields/qualityGate';
import type { ActionType } from './actionTypes';
import { getFile, getScore } from './requests';

/** Which result is wanted. */
interface ResultReference {
	fileTranslationUid: string;
	targetLang: string;
	/** The action whose file is wanted; undefined when the score is. */
	actionType: ActionType | undefined;
}

/** Asks for the file or the score. */
export function resultRequest({
	fileTranslationUid: uid,
	targetLang: language,
	actionType,
}: ResultReference) {
	return actionType === undefined ? getScore(uid, language) : getFile(uid, actionType, language);
}

/** The answer is a file or a score. */
export function fileOrScore(): Ending<ResultReference> {
	return {
		fields: {
			passThreshold: shownWhen({ result: ['score'] }, qualityGate.fields.passThreshold),
			splitByQualityScore: shownWhen({ result: ['score'] }, qualityGate.fields.splitByQualityScore),
			fileInto: shownWhen({ result: ['file'] }, receivedFile.fields.fileInto),
			binaryPropertyName: shownWhen({ result: ['file'] }, receivedFile.fields.binaryPropertyName),
		},
		splits: byQuality,
		run: eachAlone(async (call) => {
			const { fileTranslationUid: uid, targetLang: language, actionType } = call.values;
			const about = { fileTranslationUid: uid, targetLang: language };
			if (actionType === undefined) {
				const { score } = asRecord((await call.client.send(call.request())).body);
				return [{ json: { ...about, score, passed: passes(score, call.values) } }];
			}
			return [
				await download(call, call.request(), {
					fallbackName: () => `${uid}_${language}`,
					language: wantsLanguageInName(call.values) ? language : undefined,
					json: () => ({ ...about, actionType }),
				}),
			];
		}),
	};
}
