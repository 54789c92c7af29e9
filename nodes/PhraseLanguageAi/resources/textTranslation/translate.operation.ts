import { z } from 'zod/v4';
import { plainText, optionalText } from '../../../../core/fields/text';
import { field } from '../../../../core/fields/field';
import { defineOperation } from '../../../../core/operation/operation';
import { optionalSourceLang, targetLang } from '../../fields/language';
import { profileUid } from '../../fields/profileUid';
import { translatedTexts, translateTexts } from './shared/translatedTexts';

/** Fewest characters of which Phrase identifies the language. Source: POST /v2/textTranslations, `sourceLang`. */
const MIN_TO_IDENTIFY = 50;
/** Most characters of a consumer ID. Source: POST /v2/textTranslations, `consumerId`. */
const MAX_CONSUMER_ID = 50;

/**
 * Translates a text at once. Texts of several items go together as far as they can.
 * Source: POST /v2/textTranslations.
 */
export const translate = defineOperation(
	{
		name: 'Translate',
		action: 'Translate a text',
		description: 'Translate a text by machine, and get the translation at once',
		fields: {
			text: field(
				{
					displayName: 'Text',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					required: true,
					description: 'The text to translate',
				},
				() => plainText(z.string().regex(/\S/, 'must not be empty')),
			),
			sourceLang: optionalSourceLang(),
			targetLang: targetLang(),
			profileUid: profileUid(),
		},
		options: {
			consumerId: optionalText(
				{
					displayName: 'Consumer ID',
					placeholder: 'e.g. SHOP_DESCRIPTIONS',
					description:
						"Short name by which Phrase tells integrations apart, at most 50 characters. The default is 'N8N_NODES_PHRASE'.",
				},
				MAX_CONSUMER_ID,
			),
		},
	},
	{
		check: ({ sourceLang, text }) =>
			sourceLang === '' && text.trim().length < MIN_TO_IDENTIFY
				? `Give 'Source Language' for a 'Text' of fewer than ${MIN_TO_IDENTIFY} characters, because Phrase cannot identify its language`
				: undefined,
		request: (values) => translateTexts([values]),
		ends: translatedTexts(),
	},
);
