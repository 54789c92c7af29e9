import { toggle } from './choice';
import { shownWhen } from './field';
import { wholeNumber } from './number';

/** 'Return All', as n8n has it everywhere. */
export const returnAll = toggle({
	displayName: 'Return All',
	description: 'Whether to return all results or only up to a given limit',
});

/** 'Limit', shown when not everything is wanted. */
export const limit = shownWhen(
	{ returnAll: [false] },
	wholeNumber(
		{ displayName: 'Limit', description: 'Max number of results to return' },
		{ min: 1, initially: 50 },
	),
);
