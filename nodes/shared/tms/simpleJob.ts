/** What the simplified version of a job keeps. */
export const SIMPLE_JOB = [
	'uid',
	'filename',
	'status',
	'targetLang',
	'workflowStep',
	'providers',
	'dateDue',
	'importStatus',
] as const;
