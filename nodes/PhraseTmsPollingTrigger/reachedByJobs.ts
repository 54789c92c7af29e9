import type { IDataObject } from 'n8n-workflow';

import { asRecord, asText } from '../../core/http/read';
import { JOB_STATUSES } from '../../core/phrase/events/jobStatus';
import { allJobsItem } from '../shared/tms/events/allJobsItem';
import { passesOwnFilters } from '../shared/tms/events/eventFilters';
import { hasReached } from '../shared/tms/events/haveReached';
import { groupKey } from '../shared/tms/events/jobGroup';
import { jobItemsIn, reachedTogether } from '../shared/tms/events/watchedJobs';
import type { Happened, Look } from './look';

/**
 * What the jobs of a project have reached by now: the jobs themselves, and the groups that have to reach it together.
 *
 * @returns as `jobItemsIn`
 * @throws PhraseError when Phrase does not tell for the moment
 */
export async function reachedIn(project: IDataObject, look: Look): Promise<Happened[] | undefined> {
	const { settings } = look;
	// All jobs of a step tell of it, those of a status do not.
	const statuses = settings.allJobsReached ? undefined : countingStatuses(settings);
	const items = await jobItemsIn(project, look, statuses);
	return items && [...byThemselves(items, look), ...together(items, look)];
}

/** Each job with each of the statuses that it has reached. */
function byThemselves(items: IDataObject[], { settings }: Look): Happened[] {
	const { jobReached, reachedStatuses, filters } = settings;
	if (!jobReached) return [];
	return items
		.filter((item) => passesOwnFilters(item, filters))
		.flatMap((item) =>
			reachedStatuses
				.filter((status) => hasReached(asRecord(item.job).status, status))
				.map((status) => ({
					key: `job ${asText(item.jobUid)} ${status}`,
					json: { ...item, status },
				})),
		);
}

function together(items: IDataObject[], { settings, now }: Look): Happened[] {
	const { allJobsReached, reachedStatuses } = settings;
	if (!allJobsReached) return [];
	const timestamp = new Date(now).toISOString();
	return reachedTogether(items, reachedStatuses).map((reached) => ({
		key: `all ${groupKey(reached.group)} ${reached.status}`,
		json: allJobsItem(reached, { eventUid: null, timestamp }),
	}));
}

/** The statuses that count as one of those to be reached. */
function countingStatuses({ reachedStatuses }: Look['settings']) {
	return JOB_STATUSES.map(({ value }) => value).filter((current) =>
		reachedStatuses.some((status) => hasReached(current, status)),
	);
}
