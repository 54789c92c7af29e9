/** What the simplified version of a project template keeps. */
export const SIMPLE_PROJECT_TEMPLATE = [
	'uid',
	'templateName',
	'sourceLang',
	'targetLangs',
	'client',
	'domain',
	'dateCreated',
] as const;
