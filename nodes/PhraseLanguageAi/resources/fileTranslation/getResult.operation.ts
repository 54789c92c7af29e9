import { intoBinary } from '../../../../core/fields/binary';
import { choice } from '../../../../core/fields/choice';
import { asRecord } from '../../../../core/http/read';
import { eachAlone } from '../../../../core/endings/eachAlone';
import { download } from '../../../../core/endings/file';
import { languageInName, wantsLanguageInName } from '../../../../core/fields/languageInName';
import { shownWhen } from '../../../../core/fields/field';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { fileTranslationUid } from '../../fields/fileTranslationUid';
import { targetLang } from '../../fields/language';
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
		description: 'Put a translated file in a binary field, or retrieve its quality score',
		fields: {
			...fromInput({ fileTranslationUid: fileTranslationUid() }),
			result: choice(
				{ displayName: 'Result', description: 'What to collect' },
				[
					{ name: 'File', value: 'file', description: 'The file that an action made' },
					{
						name: 'Quality Score',
						value: 'score',
						description: 'The score of the quality estimation, from 0 to 1',
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
		hiddenInTools: true,
	},
	{
		request: (values) => resultRequest(values),
		ends: explained(fileOrScore()),
	},
);

function resultRequest({ fileTranslationUid: uid, targetLang: language, actionType }: ResultReference) {
	return actionType === undefined ? getScore(uid, language) : getFile(uid, actionType, language);
}

/** The answer is a file, which is streamed into a binary field, or a score. */
function fileOrScore(): Ending<ResultReference> {
	return {
		fields: { binaryPropertyName: shownWhen({ result: ['file'] }, intoBinary.fields.binaryPropertyName) },
		run: eachAlone(async (call) => {
			const { fileTranslationUid: uid, targetLang: language, actionType } = call.values;
			const about = { fileTranslationUid: uid, targetLang: language };
			if (actionType === undefined) {
				const { score } = asRecord((await call.client.send(call.request())).body);
				return [{ json: { ...about, score } }];
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
