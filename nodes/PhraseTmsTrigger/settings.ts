import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { Credential } from '../../core/http/credential';
import { ParameterError } from '../../core/http/errors';
import type { JobStatus } from '../../core/phrase/events/jobStatus';
import { ALL_JOBS_REACHED_STATUS } from '../../core/phrase/events/webhookEvents';
import { toEventFilters } from '../shared/tms/events/filterFields';
import type { EventFilters } from '../shared/tms/events/eventFilters';
import { chosenEvents, NO_EVENT } from '../shared/tms/fields/events';
import { readFields } from '../shared/trigger/readFields';
import { fields } from './fields';

/** What the user has set up, checked. */
export interface Settings {
	/** The events that the user chose, the one about all jobs included. */
	events: string[];
	/** The statuses that all jobs have to reach; none unless the event about all jobs was chosen. */
	reachedStatuses: JobStatus[];
	filters: EventFilters;
	/** Longest event that is taken, in bytes. */
	maxBodySize: number;
	/** Whether Phrase is to send again, on activation, what it could not deliver. */
	catchUp: boolean;
	/** How to start with what has reached the state before the workflow is activated; undefined when it is not to. */
	existing?: { limit: number; projectAge: number };
	/** Whether the event about all jobs fires again after jobs were added. */
	fireAgain: boolean;
	/** Whether a test starts with Phrase's samples, instead of the next event that happens. */
	testWithSamples: boolean;
}

/**
 * Reads and checks what the user has set up.
 * @throws ParameterError naming the parameter that cannot be used, or when no event is chosen
 */
export async function readSettings(context: IHookFunctions | IWebhookFunctions): Promise<Settings> {
	const {
		events,
		reachedStatuses = ['COMPLETED'],
		filters,
		eventOptions,
	} = await readFields(fields, context);
	const { otherEvents, maxBodySize = 4096, catchUp = false, fireAgain = false, testWith } = eventOptions;
	const { startWithExisting, startLimit: limit = 1000, projectAge = 30 } = eventOptions;
	const chosen = chosenEvents({ events, otherEvents });
	if (chosen.length === 0) {
		throw new ParameterError(NO_EVENT, 'The workflow starts when one of them happens in Phrase TMS.');
	}
	return {
		events: chosen,
		reachedStatuses: chosen.includes(ALL_JOBS_REACHED_STATUS) ? reachedStatuses : [],
		filters: toEventFilters(filters),
		maxBodySize: maxBodySize * 1024,
		catchUp,
		existing: startWithExisting ? { limit, projectAge } : undefined,
		fireAgain,
		testWithSamples: testWith !== 'realEvents',
	};
}

/** The credential that the node signs in to Phrase TMS with. */
export async function credentialOf(context: IHookFunctions | IWebhookFunctions): Promise<Credential> {
	const { authentication } = await readFields({ authentication: fields.authentication }, context);
	return new Credential(context, authentication);
}
