import { one } from '../../../../core/endings/one';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { sourceLang } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { SIMPLE_TRANSLATION_MEMORY } from './shared/simpleTranslationMemory';

/**
 * Adds a target language.
 * Source: addTargetLangToTransMemory, POST /api2/v1/transMemories/{transMemoryUid}/targetLanguages.
 */
export const addTargetLanguage = defineOperation(
	{
		name: 'Add Target Language',
		action: 'Add a translation memory language',
		description: 'Let a translation memory have translations in one more language',
		fields: { transMemoryUid: translationMemory(), targetLang: sourceLang('Target Language') },
	},
	{
		request: ({ transMemoryUid, targetLang: language }) =>
			POST`/api2/v1/transMemories/${transMemoryUid}/targetLanguages`.repeatable('refused').json({ language }),
		ends: one({ simple: SIMPLE_TRANSLATION_MEMORY, add: ({ transMemoryUid }) => ({ transMemoryUid }) }),
	},
);
