import { asText } from '../../../../core/http/read';
import type { Reached } from '../../../shared/tms/events/allJobsItem';
import { groupKey } from '../../../shared/tms/events/jobGroup';

/** A group that has reached a status, and the key that names what the workflow is started for, once. */
export type Candidate = Reached & { key: string };

/** Names that a group has reached a status: once for ever. */
export function reachedKey({ group, status }: Pick<Reached, 'group' | 'status'>): string {
	return `${groupKey(group)} ${status}`;
}

/** As `reachedKey`, or once for these jobs, when others that are added are to fire again. */
export function firingKey(reached: Reached, fireAgain: boolean): string {
	if (!fireAgain) return reachedKey(reached);
	const uids = reached.jobs.map(({ uid }) => asText(uid)).sort();
	return `${reachedKey(reached)} ${uids.join(' ')}`;
}
