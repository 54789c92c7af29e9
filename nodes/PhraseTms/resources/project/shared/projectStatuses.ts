/** The statuses of a project. Source: schema ProjectDtoV2. */
export const PROJECT_STATUSES = [
	{ name: 'Accepted by Vendor', value: 'ACCEPTED_BY_VENDOR' },
	{ name: 'Assigned', value: 'ASSIGNED' },
	{ name: 'Cancelled', value: 'CANCELLED' },
	{ name: 'Completed', value: 'COMPLETED' },
	{ name: 'Completed by Vendor', value: 'COMPLETED_BY_VENDOR' },
	{ name: 'Declined by Vendor', value: 'DECLINED_BY_VENDOR' },
	{ name: 'New', value: 'NEW' },
] as const;
