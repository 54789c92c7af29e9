import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';

import { JOB_STATUSES, type JobStatus } from '../../core/phrase/events/jobStatus';
import { ALL_JOBS_REACHED_STATUS } from '../../core/phrase/events/webhookEvents';
import { listOfTexts } from '../../core/fields/list';
import { plainText } from '../../core/fields/text';
import { tmsLanguageCodes } from '../shared/tms/fields/language';

type Context = IHookFunctions | IWebhookFunctions;

/** Which of the events that Phrase sends start the workflow. Undefined and empty lists take all. */
export interface EventFilters {
	projectUid?: string;
	clientUid?: string;
	/** Codes of target languages, in lower case. */
	targetLangs: readonly string[];
	workflowLevels: readonly number[];
	/** In the words of the REST API. */
	statuses: readonly JobStatus[];
	/** Part of a name, in lower case. */
	nameContains?: string;
}

/**
 * The events that the user chose, the one about all jobs included.
 * @throws NodeOperationError naming the parameter that cannot be used, or when nothing is chosen
 */
export function chosenEvents(context: Context): string[] {
	const chosen = [
		...checked(context, 'Events', listOfTexts(), parameter(context, 'events')),
		...checked(context, 'Other Events', eventNames, parameter(context, 'eventOptions.otherEvents')),
	];
	if (chosen.length > 0) return chosen;
	throw new NodeOperationError(context.getNode(), "Choose at least one of the 'Events'", {
		description: 'The workflow starts when one of them happens in Phrase TMS.',
	});
}

/**
 * The events that the webhook in Phrase has to be registered for: what the user chose, and the one that tells when
 * to look at all jobs. Sorted, each once.
 * @throws NodeOperationError as `chosenEvents`
 */
export function wantedEvents(context: Context): string[] {
	const wanted = chosenEvents(context).map((event) =>
		event === ALL_JOBS_REACHED_STATUS ? 'JOB_STATUS_CHANGED' : event,
	);
	return [...new Set(wanted)].sort();
}

/**
 * The statuses that all jobs have to reach.
 * @throws NodeOperationError when there is none, or one that jobs do not have
 */
export function reachedStatuses(context: Context): JobStatus[] {
	return checked(context, 'Reached Statuses', someStatuses, parameter(context, 'reachedStatuses'));
}

/** @throws NodeOperationError naming the filter that cannot be used */
export function eventFilters(context: Context): EventFilters {
	const read = <T>(displayName: string, name: string, schema: z.ZodType<T>) =>
		checked(context, displayName, schema, parameter(context, `filters.${name}`));
	return {
		projectUid: checked(context, 'Project', text, locatedId(context, 'filters.projectUid')),
		clientUid: checked(context, 'Client', text, locatedId(context, 'filters.clientUid')),
		targetLangs: read('Target Language Names or IDs', 'targetLangs', languages),
		workflowLevels: read('Workflow Step Names or IDs', 'workflowLevels', levels),
		statuses: read('Job Status', 'statuses', anyStatuses),
		nameContains: read('Name Contains', 'nameContains', text)?.toLowerCase(),
	};
}

/** Longest event that is taken, in bytes. */
export function maxBodySize(context: Context): number {
	const kilobytes = z.coerce.number().positive().default(4096);
	const raw = parameter(context, 'eventOptions.maxBodySize');
	return checked(context, 'Maximum Body Size (KB)', kilobytes, raw) * 1024;
}

/** Whether Phrase is to send again, on activation, what it could not deliver. */
export function catchesUp(context: Context): boolean {
	return switchedOn(context, 'Catch Up on Activation', 'catchUp');
}

/** Whether the event about all jobs fires again after jobs were added. */
export function firesAgain(context: Context): boolean {
	return switchedOn(context, 'Fire Again After Jobs Were Added', 'fireAgain');
}

/** Whether a test starts with Phrase's samples, instead of the next event that happens. */
export function testsWithSamples(context: Context): boolean {
	const source = z.enum(['samples', 'realEvents']).default('samples');
	return checked(context, 'Test With', source, parameter(context, 'eventOptions.testWith')) === 'samples';
}

const text = plainText(
	z
		.string()
		.trim()
		.transform((given) => (given === '' ? undefined : given)),
);

const languages = tmsLanguageCodes.some();

const NO_LEVEL = 'expected numbers of workflow steps, from 1';

const levels = listOfTexts()
	.transform((given) => given.map(Number))
	.pipe(z.array(z.int(NO_LEVEL).min(1, NO_LEVEL)));

const eventNames = listOfTexts().pipe(
	z.array(
		z.string().regex(/^\w+$/, 'expected names of events, such as TERM_BASE_CREATED, separated by commas'),
	),
);

const statuses = z.array(z.enum(JOB_STATUSES.map(({ value }) => value)));

const anyStatuses = listOfTexts().pipe(statuses);

const someStatuses = listOfTexts({ min: 1 }).pipe(statuses);

function switchedOn(context: Context, displayName: string, name: string): boolean {
	const value = z.union([z.boolean(), z.stringbool()]).default(false);
	return checked(context, displayName, value, parameter(context, `eventOptions.${name}`));
}

/** Undefined when the user has not added it. */
function parameter(context: Context, name: string): unknown {
	return context.getNodeParameter(name, null) ?? undefined;
}

/** The ID that a resource locator holds; undefined when the user has not added it. */
function locatedId(context: Context, name: string): unknown {
	return context.getNodeParameter(name, null, { extractValue: true }) ?? undefined;
}

/** @throws NodeOperationError naming the parameter */
function checked<T>(context: Context, displayName: string, schema: z.ZodType<T>, raw: unknown): T {
	const { success, data, error } = schema.safeParse(raw);
	if (success) return data;
	const reason = error.issues[0]?.message ?? 'the value cannot be used';
	throw new NodeOperationError(context.getNode(), `'${displayName}': ${reason}`);
}
