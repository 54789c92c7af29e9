import { z } from 'zod/v4';
import { id } from '../../../../../core/fields/text';
import type { Field } from '../../../../../core/fields/field';
import { languageCode } from '../../../languages';

/** A translation memory that Phrase is to use for one target language. */
export interface TranslationMemory {
	targetLang: string;
	transMemoryUid: string;
	/** Language of the memory's source texts; empty when it is that of the file. */
	tmSourceLang: string;
	/** Language of the memory's target texts; empty when it is the target language. */
	tmTargetLang: string;
}

const given = z.object({
	memory: z
		.array(
			z.object({
				targetLang: languageCode.one,
				transMemoryUid: id(),
				tmSourceLang: languageCode.oneOrEmpty,
				tmTargetLang: languageCode.oneOrEmpty,
			}),
		)
		.default([]),
});

/** The translation memories to use, any number for each target language. */
export const translationMemories: Field<TranslationMemory[]> = {
	property: {
		displayName: 'Translation Memories',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add translation memory',
		default: {},
		description: 'Translation memories of Phrase TMS to translate with',
		options: [
			{
				displayName: 'Translation Memory',
				name: 'memory',
				values: [
					{
						displayName: 'Target Language',
						name: 'targetLang',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. pt_br',
						description: 'The target language of the file for which to use the translation memory',
					},
					{
						displayName: 'Translation Memory UID',
						name: 'transMemoryUid',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. K3ExvTbXFmBmFxS7pWnaS4',
						description: 'UID of the translation memory in Phrase TMS',
					},
					{
						displayName: 'Source Language in the Memory',
						name: 'tmSourceLang',
						type: 'string',
						default: '',
						placeholder: 'e.g. en_gb',
						description: 'Code of the language that the translation memory translates from',
					},
					{
						displayName: 'Target Language in the Memory',
						name: 'tmTargetLang',
						type: 'string',
						default: '',
						placeholder: 'e.g. pt_br',
						description: 'Code of the language that the translation memory translates to',
					},
				],
			},
		],
	},
	check: (raw) => given.parse(raw).memory,
};

/**
 * The memories as Phrase wants them, by target language.
 * Source: schema TranslationMemoriesConfigV1.
 */
export function toTransMemoriesConfig(memories: TranslationMemory[]): object[] {
	const languages = [...new Set(memories.map(({ targetLang }) => targetLang))];
	return languages.map((targetLang) => ({
		targetLang: { code: targetLang },
		transMemories: memories
			.filter((memory) => memory.targetLang === targetLang)
			.map(({ transMemoryUid, tmSourceLang, tmTargetLang }) => ({
				transMemory: { uid: transMemoryUid },
				tmSourceLocale: { code: tmSourceLang },
				tmTargetLocale: { code: tmTargetLang },
			})),
	}));
}
