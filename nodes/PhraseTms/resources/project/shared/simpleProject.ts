/** What the simplified version of a project keeps. */
export const SIMPLE_PROJECT = [
	'uid',
	'internalId',
	'name',
	'status',
	'sourceLang',
	'targetLangs',
	'dateCreated',
	'dateDue',
	'client',
	'progress',
] as const;
