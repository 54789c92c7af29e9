/** What the simplified version of a quote keeps. */
export const SIMPLE_QUOTE = [
	'uid',
	'name',
	'status',
	'totalPrice',
	'currency',
	'billingUnit',
	'dateCreated',
	'provider',
	'outdated',
] as const;
