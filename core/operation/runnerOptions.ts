import { z } from 'zod/v4';
import { field } from '../fields/field';

/** How many items are worked on at the same time when the user does not say. */
export const DEFAULT_PARALLEL_REQUESTS = 5;

/** The most that the user can ask for: Phrase allows 6,000 requests a minute. */
const MAX_PARALLEL_REQUESTS = 50;

/** The options that every operation has, because the runner offers them. */
export const runnerOptions = {
	parallelRequests: field(
		{
			displayName: 'Parallel Requests',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_PARALLEL_REQUESTS },
			default: DEFAULT_PARALLEL_REQUESTS,
			description:
				'How many items to work on at the same time. Those that only wait for Phrase do not count.',
		},
		z.coerce.number().int().min(1).max(MAX_PARALLEL_REQUESTS),
	),
};
