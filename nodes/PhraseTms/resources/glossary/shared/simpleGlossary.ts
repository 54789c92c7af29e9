/** What the simplified version of a glossary keeps. */
export const SIMPLE_GLOSSARY = [
	'uid',
	'id',
	'name',
	'langs',
	'active',
	'profileCount',
	'dateCreated',
] as const;
