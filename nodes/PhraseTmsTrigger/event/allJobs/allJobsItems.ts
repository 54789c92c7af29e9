import type { IDataObject } from 'n8n-workflow';

import { inParallel } from '../../../../core/concurrency/inParallel';
import type { JobStatus } from '../../../../core/phrase/events/jobStatus';
import type { WebhookEvent } from '../../../../core/phrase/events/readEvent';
import type { Settings } from '../../settings';
import { LEFT_OUT } from '../../../../core/callbacks/leftOut';
import type { Surroundings } from '../surroundings';
import { allJobsItem } from '../../../shared/tms/events/allJobsItem';
import { fireOnce, hasFired, mayHaveForgotten } from './fireOnce';
import { firingKey, reachedKey, type Candidate } from './firingKey';
import { haveReached } from '../../../shared/tms/events/haveReached';
import { groupsOf, type JobGroup } from '../../../shared/tms/events/jobGroup';
import { isHeldBack, readJobs } from './readJobs';

/** Groups that are looked at, at the same time. */
const GROUPS_AT_ONCE = 10;

/**
 * The items of the event about all jobs: one for each group of jobs that has reached a status since it was looked at
 * last. Looks at the jobs as they are now, so it does not matter in which order the changes of their statuses arrive.
 *
 * What is given here counts as fired for, unless n8n does not start the workflow with it.
 *
 * @param event the change of statuses, or that jobs were deleted
 * @param changed JSON of its items
 * @throws CallbackRejected with 503 when the jobs cannot be read for the moment; then nothing counts as fired for
 */
export async function allJobsItems(
	event: WebhookEvent,
	changed: IDataObject[],
	settings: Settings,
	around: Surroundings,
): Promise<IDataObject[]> {
	const reached = await inParallel(
		groupsOf(changed),
		GROUPS_AT_ONCE,
		async (group) => await reachedBy(group, settings, around),
	);
	// Nothing may be awaited from here on: what has been taken must be given to n8n.
	const firing = fireOnce(around, reached.flat());
	const isUnsure = firing.length > 0 && mayHaveForgotten(around);
	if (isUnsure) {
		around.log.warn(
			"The event about all jobs has happened so often that the node has forgotten its oldest occurrences. Jobs of then may start the workflow again; their items say 'mayBeRepeated'.",
		);
	}
	return firing.map((one) => ({
		...allJobsItem(one, { eventUid: event.eventUid, timestamp: changed[0]?.timestamp }),
		...(isUnsure && { mayBeRepeated: true }),
	}));
}

/** The statuses that a group has reached, as far as they may be new. */
async function reachedBy(
	group: JobGroup,
	{ reachedStatuses, fireAgain }: Settings,
	around: Surroundings,
): Promise<Candidate[]> {
	const unfired = reachedStatuses.filter(
		(status) => fireAgain || !hasFired(around, reachedKey({ group, status })),
	);
	const possible: JobStatus[] = [];
	for (const status of unfired) {
		if ((await isHeldBack(group, status, around)) === false) possible.push(status);
	}
	if (possible.length === 0) return [];
	const jobs = await readJobs(group, around);
	if (jobs === LEFT_OUT) return [];
	const current = jobs.map(({ status }) => status);
	return possible
		.filter((status) => haveReached(current, status))
		.map((status) => ({ key: firingKey({ group, status, jobs }, fireAgain), group, status, jobs }));
}
