/** The states of a job. Source: schema JobPartExtendedDtoV1. */
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
