/** What the simplified version of a term base keeps. */
export const SIMPLE_TERM_BASE = [
	'uid',
	'id',
	'name',
	'langs',
	'client',
	'domain',
	'dateCreated',
	'note',
] as const;
