import { JOB_STATUSES, type JobStatus } from '../../../../core/phrase/events/jobStatus';

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

/** The statuses of jobs that hold back the others of their group. */
export function holdingBack(status: JobStatus): JobStatus[] {
	return JOB_STATUSES.map(({ value }) => value).filter((one) => isHoldingBack(one, status));
}

/**
 * Whether a job holds back the others of its group.
 * @param current its status, any text: Phrase may have more of them
 */
export function isHoldingBack(current: unknown, status: JobStatus): boolean {
	return !hasReached(current, status) && (current !== 'CANCELLED' || status === 'CANCELLED');
}

/** Whether a job is in a status, or further on its way; any text as its own: Phrase may have more of them. */
export function hasReached(current: unknown, status: JobStatus): boolean {
	if (current === status) return true;
	return typeof current === 'string' && WAY.includes(status) && WAY.indexOf(current) > WAY.indexOf(status);
}
