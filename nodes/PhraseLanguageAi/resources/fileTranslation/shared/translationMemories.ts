import { field, type Field, type Labels, type Values } from '../../../../../core/fields/field';
import { rows } from '../../../../../core/fields/rows';
import { requiredId } from '../../../../../core/fields/text';
import { languageCode } from '../../../languages';

const memory = {
	targetLang: field(
		{
			displayName: 'Target Language',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. pt_br',
			description: 'The target language of the file for which to use the translation memory',
		},
		languageCode.one,
	),
	transMemoryUid: requiredId({
		displayName: 'Translation Memory UID',
		placeholder: 'e.g. K3ExvTbXFmBmFxS7pWnaS4',
		description: 'UID of the translation memory in Phrase TMS',
	}),
	tmSourceLang: languageInMemory({
		displayName: 'Source Language in the Memory',
		placeholder: 'e.g. en_gb',
		description: 'Code of the language that the translation memory translates from',
	}),
	tmTargetLang: languageInMemory({
		displayName: 'Target Language in the Memory',
		placeholder: 'e.g. pt_br',
		description: 'Code of the language that the translation memory translates to',
	}),
};

/** A language of the memory; an empty text when it is that of the file. */
function languageInMemory(labels: Labels): Field<string> {
	return field({ ...labels, type: 'string', default: '' }, languageCode.oneOrEmpty);
}

/** A translation memory that Phrase is to use for one target language. */
export type TranslationMemory = Values<typeof memory>;

/** The translation memories to use, any number for each target language. */
export const translationMemories = rows(
	{
		displayName: 'Translation Memories',
		row: 'Translation Memory',
		addText: 'Add translation memory',
		description: 'Translation memories of Phrase TMS to translate with',
	},
	memory,
);

/**
 * The memories as Phrase wants them, by target language.
 * Source: schema TranslationMemoriesConfigV1.
 */
export function toTransMemoriesConfig(memories: TranslationMemory[]): object[] {
	const languages = [...new Set(memories.map(({ targetLang }) => targetLang))];
	return languages.map((targetLang) => ({
		targetLang: { code: targetLang },
		transMemories: memories
			.filter((one) => one.targetLang === targetLang)
			.map(({ transMemoryUid, tmSourceLang, tmTargetLang }) => ({
				transMemory: { uid: transMemoryUid },
				tmSourceLocale: { code: tmSourceLang },
				tmTargetLocale: { code: tmTargetLang },
			})),
	}));
}
