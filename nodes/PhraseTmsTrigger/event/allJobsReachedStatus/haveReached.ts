import type { JobStatus } from '../../../../core/phrase/events/jobStatus';

/** The way of a job, from its creation on. */
const WAY: readonly string[] = ['NEW', 'EMAILED', 'ACCEPTED', 'COMPLETED', 'DELIVERED'] satisfies JobStatus[];

/**
 * Whether jobs have reached a status: each is in it, or further on its way. Cancelled jobs do not hold back the
 * others; a declined or rejected one does.
 *
 * @param statuses of all the jobs, in the words of the REST API
 * @returns false when there is no job that could have
 */
export function haveReached(statuses: readonly unknown[], status: JobStatus): boolean {
	const relevant = statuses.filter((one) => one !== 'CANCELLED' || status === 'CANCELLED');
	return relevant.length > 0 && relevant.every((one) => hasReached(one, status));
}

function hasReached(current: unknown, status: JobStatus): boolean {
	if (current === status) return true;
	return typeof current === 'string' && WAY.includes(status) && WAY.indexOf(current) > WAY.indexOf(status);
}
