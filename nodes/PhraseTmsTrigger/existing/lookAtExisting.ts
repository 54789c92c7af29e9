import type { IDataObject } from 'n8n-workflow';

import { inParallel } from '../../../core/concurrency/inParallel';
import { createPhraseClient } from '../../../core/http/client';
import type { PhraseClient } from '../../../core/http/client.types';
import { ParameterError } from '../../../core/http/errors';
import { Deadline } from '../../shared/trigger/answerDeadline';
import { passesOwnFilters } from '../../shared/tms/events/eventFilters';
import {
	JOB_REACHED_STATUS,
	jobItemsIn,
	reachedTogether,
	watchedProjects,
	type JobsLook,
} from '../../shared/tms/events/watchedJobs';
import { firingKey, type Candidate } from '../event/allJobs/firingKey';
import type { Hook } from '../registration/hook';
import type { Settings } from '../settings';

/** How long Phrase may take to tell what there is, in ms: n8n waits for it. */
const LOOK_WITHIN_MS = 300_000;

/** Projects whose jobs are read at the same time. */
const PROJECTS_AT_ONCE = 5;

/** How far the clocks of Phrase's machines may be apart, in seconds. */
const CLOCK_DIFFERENCE_SECONDS = 60;

/** What has reached the states that start the workflow. */
export interface Existing {
	/** JSON of an item for each job. */
	jobs: IDataObject[];
	/** Groups whose jobs have reached a status together. */
	groups: Candidate[];
	/** When they were looked at, ISO 8601. */
	at: string;
	/** Most items to start the workflow with. */
	limit: number;
	/** Up to when changes are among them, in seconds since 1970 by Phrase's clock. */
	until: number;
}

/**
 * Checks that the user has chosen what can be there before the workflow is activated.
 * @throws ParameterError when nothing of it can
 */
export function assertCanExist({ events, filters, existing, reachedStatuses }: Settings): void {
	if (existing === undefined || reachedStatuses.length > 0) return;
	if (events.includes(JOB_REACHED_STATUS) && filters.statuses.length > 0) return;
	throw new ParameterError(
		"'Start With What Is There' has nothing to look for",
		"Choose the event 'Job Status Changed' and statuses in the filter 'Job Status', or the event 'All Jobs of a Workflow Step Reached a Status'. Otherwise switch the option off.",
	);
}

/**
 * Looks at the jobs that there are.
 * @returns undefined when the user does not want to start with them
 * @throws PhraseError when Phrase does not tell
 */
export async function lookAtExisting(hook: Hook, settings: Settings): Promise<Existing | undefined> {
	const { filters, existing, events, fireAgain, reachedStatuses } = settings;
	if (existing === undefined) return undefined;
	const clock = { now: Date.now() };
	const { signal } = new Deadline(LOOK_WITHIN_MS);
	const client = withClock(createPhraseClient(hook.credential, { product: 'tms', signal }), clock);
	const { projectAge, limit } = existing;
	const look: JobsLook = { client, settings: { filters, projectAge }, log: hook.log, now: clock.now };
	const takesJobs = events.includes(JOB_REACHED_STATUS) && filters.statuses.length > 0;
	const statuses = reachedStatuses.length > 0 ? undefined : [...filters.statuses];
	const projects: IDataObject[] = [];
	for await (const project of watchedProjects(look)) projects.push(project);
	const items = await inParallel(projects, PROJECTS_AT_ONCE, async (project) => {
		return (await jobItemsIn(project, look, statuses)) ?? [];
	});
	return {
		jobs: takesJobs ? items.flat().filter((item) => passesOwnFilters(item, filters)) : [],
		groups: items
			.flatMap((ofProject) => reachedTogether(ofProject, reachedStatuses))
			.map((reached) => ({ ...reached, key: firingKey(reached, fireAgain) })),
		at: new Date(look.now).toISOString(),
		limit,
		until: Math.floor(clock.now / 1000) + CLOCK_DIFFERENCE_SECONDS,
	};
}

/** Notes the time of Phrase's answers, in ms since 1970, as far as they say it. */
function withClock(client: PhraseClient, clock: { now: number }): PhraseClient {
	return {
		open: async (...call) => await client.open(...call),
		send: async (...call) => {
			const answer = await client.send(...call);
			const date = Date.parse(answer.headers.date ?? '');
			if (!Number.isNaN(date)) clock.now = date;
			return answer;
		},
	};
}
