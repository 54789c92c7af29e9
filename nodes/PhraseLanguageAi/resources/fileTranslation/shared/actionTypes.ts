/**
 * What Phrase Language AI can do with a file.
 * Source: schema ActionTypeEnumV1, and the description of the endpoint POST /v1/fileTranslations.
 */
export const ACTION_TYPES = [
	{
		name: 'Converter Import',
		value: 'CONVERTER_IMPORT',
		description: 'Extract the translatable text of the file',
	},
	{ name: 'File Import', value: 'FILE_IMPORT', description: 'Store the file' },
	{
		name: 'Machine Translation',
		value: 'MT_GENERIC_PRETRANSLATE',
		description: 'Translate the file',
	},
	{
		name: 'Quality Estimation',
		value: 'QUALITY_ESTIMATION',
		description: 'Translate the file and score the quality of the translation',
	},
] as const;

/** One of the things that Phrase Language AI can do with a file. */
export type ActionType = (typeof ACTION_TYPES)[number]['value'];
