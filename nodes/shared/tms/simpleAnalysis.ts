/** What the simplified version of an analysis keeps. */
export const SIMPLE_ANALYSIS = [
	'uid',
	'id',
	'name',
	'type',
	'dateCreated',
	'provider',
	'outdated',
	'analyseLanguageParts',
] as const;
