/** An event that a webhook of Phrase TMS can be registered for. */
export interface WebhookEventName {
	/** Phrase's name of the event. */
	value: string;
	/** Title Case. */
	name: string;
	/** What the name alone does not tell; sentence case. */
	description?: string;
}

/**
 * The events of Phrase TMS, by name.
 * Source: createWebHookV2, POST /api2/v2/webhooks, member `events`.
 */
export const WEBHOOK_EVENTS: readonly WebhookEventName[] = [
	{ value: 'ANALYSIS_CREATED', name: 'Analysis Created' },
	{
		value: 'ASYNC_REQUEST_FINISHED',
		name: 'Async Request Finished',
		description: 'Asynchronous work has ended, well or not',
	},
	{ value: 'CONTINUOUS_JOB_UPDATED', name: 'Continuous Job Updated' },
	{ value: 'JOB_ASSIGNED', name: 'Job Assigned' },
	{ value: 'JOB_AUTO_LQA_FINISHED', name: 'Job Auto LQA Finished' },
	{
		value: 'JOB_CREATED',
		name: 'Job Created',
		description: 'Phrase creates the jobs of all workflow steps when it imports a file',
	},
	{ value: 'JOB_CUSTOM_FIELDS_UPDATED', name: 'Job Custom Fields Updated' },
	{ value: 'JOB_DELETED', name: 'Job Deleted' },
	{ value: 'JOB_DUE_DATE_CHANGED', name: 'Job Due Date Changed' },
	{ value: 'JOB_EXPORTED', name: 'Job Exported' },
	{ value: 'JOB_METADATA_UPDATED', name: 'Job Metadata Updated' },
	{ value: 'JOB_UPDATED', name: 'Job Source Updated' },
	{ value: 'JOB_STATUS_CHANGED', name: 'Job Status Changed' },
	{ value: 'JOB_TARGET_UPDATED', name: 'Job Target Updated' },
	{ value: 'JOB_UNEXPORTED', name: 'Job Unexported' },
	{ value: 'JOB_UNSHARED', name: 'Job Unshared' },
	{ value: 'PRE_TRANSLATION_FINISHED', name: 'Pre-Translation Finished' },
	{ value: 'PROJECT_CREATED', name: 'Project Created' },
	{ value: 'PROJECT_DELETED', name: 'Project Deleted' },
	{ value: 'PROJECT_DUE_DATE_CHANGED', name: 'Project Due Date Changed' },
	{ value: 'PROJECT_METADATA_UPDATED', name: 'Project Metadata Updated' },
	{ value: 'PROJECT_STATUS_CHANGED', name: 'Project Status Changed' },
	{ value: 'PROJECT_TEMPLATE_CREATED', name: 'Project Template Created' },
	{ value: 'PROJECT_TEMPLATE_DELETED', name: 'Project Template Deleted' },
	{ value: 'PROJECT_TEMPLATE_UPDATED', name: 'Project Template Updated' },
	{ value: 'PROJECT_UNSHARED', name: 'Project Unshared' },
	{ value: 'RAW_MT_CONVERTER_IMPORT_FINISHED', name: 'Raw MT Converter Import Finished' },
	{ value: 'RAW_MT_PRE_TRANSLATION_FINISHED', name: 'Raw MT Pre-Translation Finished' },
	{ value: 'RAW_MT_QUALITY_ESTIMATION_FINISHED', name: 'Raw MT Quality Estimation Finished' },
	{ value: 'SHARED_PROJECT_ASSIGNED', name: 'Shared Project Assigned' },
	{ value: 'TERM_BASE_CONCEPT_CREATED', name: 'Term Base Concept Created' },
	{ value: 'TERM_BASE_CONCEPT_DELETED', name: 'Term Base Concept Deleted' },
	{ value: 'TERM_BASE_CONCEPT_UPDATED', name: 'Term Base Concept Updated' },
	{ value: 'TERM_BASE_IMPORTED', name: 'Term Base Imported' },
	{ value: 'TERM_BASE_TERM_CREATED', name: 'Term Base Term Created' },
	{ value: 'TERM_BASE_TERM_DELETED', name: 'Term Base Term Deleted' },
	{ value: 'TERM_BASE_TERM_UPDATED', name: 'Term Base Term Updated' },
];

/** An event that Phrase does not have: Phrase TMS Trigger makes it of changes of job statuses. */
export const ALL_JOBS_REACHED_STATUS = 'ALL_JOBS_REACHED_STATUS';

const known: ReadonlySet<string> = new Set(WEBHOOK_EVENTS.map(({ value }) => value));

/** Whether an event is one that this package knows; Phrase adds new ones from time to time. */
export function isKnownEvent(name: string): boolean {
	return known.has(name);
}
