import { choice } from '../../../../core/fields/choice';
import { asRecord } from '../../../../core/http/read';
import { eachAlone } from '../../../../core/endings/eachAlone';
import { download } from '../../../../core/endings/file';
import { languageInName, wantsLanguageInName } from '../../../../core/fields/languageInName';
import { receivedFile } from '../../../../core/fields/receivedFile';
import { shownWhen } from '../../../../core/fields/field';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { fileTranslationUid } from '../../fields/fileTranslationUid';
import { targetLang } from '../../fields/language';
import { byQuality, passes, qualityGate } from '../../fields/qualityGate';
import { ACTION_TYPES, type ActionType } from './shared/actionTypes';
import { explained } from './shared/explain';
import { getFile, getScore } from './shared/requests';

interface ResultReference {
	fileTranslationUid: string;
	targetLang: string;
	/** The action whose file is wanted; undefined when the score is. */
	actionType: ActionType | undefined;
}

/**
 * Collects what an action made: a file, or the quality score.
 * Source: getFilesV1, GET /v1/fileTranslations/{uid}/{actionType}/{language}.
 */
export const getResult = defineOperation(
	{
		name: 'Get Result',
		action: 'Get a file translation result',
		description: 'Retrieve a translated file, as a file or as text, or its quality score',
		fields: {
			...fromInput({ fileTranslationUid: fileTranslationUid() }),
			result: choice(
				{ displayName: 'Result', description: 'What to collect' },
				[
					{ name: 'File', value: 'file', description: 'The file that an action made' },
					{
						name: 'Quality Score',
						value: 'score',
						description: 'The score of the quality estimation, from 0 to 1, and whether it passes',
					},
				],
				'file',
			),
			actionType: shownWhen(
				{ result: ['file'] },
				choice(
					{ displayName: 'Action', description: 'The action whose file to collect' },
					ACTION_TYPES,
					'MT_GENERIC_PRETRANSLATE',
				),
			),
			targetLang: targetLang('The language whose result to collect'),
		},
		options: languageInName.options,
	},
	{
		request: (values) => resultRequest(values),
		ends: explained(fileOrScore()),
	},
);

function resultRequest({ fileTranslationUid: uid, targetLang: language, actionType }: ResultReference) {
	return actionType === undefined ? getScore(uid, language) : getFile(uid, actionType, language);
}

/** The answer is a file or a score. */
function fileOrScore(): Ending<ResultReference> {
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
