/** The statuses of a job as the REST API names them. Source: schema JobPartExtendedDtoV1. */
export const JOB_STATUSES = [
	{ name: 'Accepted', value: 'ACCEPTED' },
	{ name: 'Cancelled', value: 'CANCELLED' },
	{ name: 'Completed', value: 'COMPLETED' },
	{ name: 'Declined', value: 'DECLINED' },
	{ name: 'Delivered', value: 'DELIVERED' },
	{ name: 'Emailed', value: 'EMAILED' },
	{ name: 'New', value: 'NEW' },
	{ name: 'Rejected', value: 'REJECTED' },
] as const;

/** A status of a job in the words of the REST API. */
export type JobStatus = (typeof JOB_STATUSES)[number]['value'];

/** The statuses that webhooks name otherwise than the REST API. Above all: COMPLETED of a webhook is DELIVERED. */
const REST_STATUS: ReadonlyMap<string, JobStatus> = new Map([
	['ASSIGNED', 'ACCEPTED'],
	['DECLINED_BY_LINGUIST', 'DECLINED'],
	['REJECTED_BY_LINGUIST', 'REJECTED'],
	['COMPLETED_BY_LINGUIST', 'COMPLETED'],
	['COMPLETED', 'DELIVERED'],
]);

/**
 * Translates a status of a webhook's body into the word that the REST API has for it.
 *
 * @param webhookStatus `status` of a job part
 * @returns a status that is the same in both, or not known, as it came
 */
export function restStatus(webhookStatus: string): string {
	return REST_STATUS.get(webhookStatus) ?? webhookStatus;
}
