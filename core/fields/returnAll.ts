import { toggle } from './choice';
import { shownWhen } from './field';
import { fieldSet } from './fieldSet';
import { wholeNumber } from './number';

/** 'Return All', as n8n has it everywhere, and 'Limit', shown when not everything is wanted. */
export const howMany = fieldSet({
	returnAll: toggle({
		displayName: 'Return All',
		description: 'Whether to return all results or only up to a given limit',
	}),
	limit: shownWhen(
		{ returnAll: [false] },
		wholeNumber(
			{ displayName: 'Limit', description: 'Max number of results to return' },
			{ min: 1, initially: 50 },
		),
	),
});

/** How many results the user wants at most. */
export function mostWanted(values: unknown): number {
	const { returnAll, limit = Infinity } = howMany.of(values);
	return returnAll === true ? Infinity : limit;
}
