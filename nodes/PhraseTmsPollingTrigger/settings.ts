import type { IPollFunctions } from 'n8n-workflow';

import { digestOf } from '../../core/concurrency/digest';
import { Credential } from '../../core/http/credential';
import { ParameterError } from '../../core/http/errors';
import type { JobStatus } from '../../core/phrase/events/jobStatus';
import { ALL_JOBS_REACHED_STATUS } from '../../core/phrase/events/webhookEvents';
import type { EventFilters } from '../shared/tms/events/eventFilters';
import { toEventFilters } from '../shared/tms/events/filterFields';
import { JOB_REACHED_STATUS } from '../shared/tms/events/watchedJobs';
import { readFields } from '../shared/trigger/readFields';
import { fields } from './fields';
import { PROJECT_CREATED } from './polledEvents';

/** What the user has set up, checked. */
export interface PollSettings {
	credential: Credential;
	projectCreated: boolean;
	jobReached: boolean;
	allJobsReached: boolean;
	/** The statuses that are to be reached; none when no event is about jobs. */
	reachedStatuses: JobStatus[];
	filters: EventFilters;
	/** How old projects are at most whose jobs are looked at, in days. */
	projectAge: number;
	/** Whether what has happened before the node looked first starts the workflow. */
	startWithExisting: boolean;
	/** Names what is asked for: what was seen under another name tells nothing. */
	setUp: string;
}

/**
 * Reads and checks what the user has set up.
 * @throws ParameterError naming the parameter that cannot be used, or when no event is chosen
 */
export async function readSettings(context: IPollFunctions): Promise<PollSettings> {
	const {
		authentication,
		events,
		reachedStatuses = [],
		filters,
		pollOptions,
	} = await readFields(fields, context);
	const unknown = events.find((event) => ![PROJECT_CREATED, ...JOB_EVENTS].includes(event));
	if (unknown !== undefined) {
		throw new ParameterError(
			`'Events': the node cannot look for '${unknown}'`,
			'Phrase TMS Trigger takes every event, by a webhook.',
		);
	}
	if (events.length === 0) {
		throw new ParameterError(
			"Choose at least one event in 'Events'",
			'The workflow starts when one of them has happened in Phrase TMS.',
		);
	}
	const { projectAge = 30, startWithExisting = false } = pollOptions;
	const eventFilters = toEventFilters(filters);
	const credential = new Credential(context, authentication);
	return {
		credential,
		projectCreated: events.includes(PROJECT_CREATED),
		jobReached: events.includes(JOB_REACHED_STATUS),
		allJobsReached: events.includes(ALL_JOBS_REACHED_STATUS),
		reachedStatuses,
		filters: eventFilters,
		projectAge,
		startWithExisting,
		setUp: digestOf(JSON.stringify([credential.id, events, reachedStatuses, eventFilters, projectAge]), 9),
	};
}

const JOB_EVENTS: readonly string[] = [JOB_REACHED_STATUS, ALL_JOBS_REACHED_STATUS];
