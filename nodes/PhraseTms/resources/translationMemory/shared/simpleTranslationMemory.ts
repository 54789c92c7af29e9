/** What the simplified version of a translation memory keeps. */
export const SIMPLE_TRANSLATION_MEMORY = [
	'uid',
	'internalId',
	'name',
	'sourceLang',
	'targetLangs',
	'client',
	'domain',
	'dateCreated',
	'note',
] as const;
