import { choice } from '../../../../core/fields/choice';
import { shownWhen } from '../../../../core/fields/field';
import { fromInput } from '../../../../core/fields/fromInput';
import { languageInName } from '../../../../core/fields/languageInName';
import { defineOperation } from '../../../../core/operation/operation';
import { fileTranslationUid } from '../../fields/fileTranslationUid';
import { targetLang } from '../../fields/language';
import { ACTION_TYPES } from './shared/actionTypes';
import { explained } from './shared/explain';
import { fileOrScore, resultRequest } from './shared/fileOrScore';

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
