import { wholeNumber } from '../fields/number';

/**
 * How many items are worked on at the same time when the user does not say: as many as a credential may have requests
 * under way. n8n's HTTP Request node sends all at once, over a connection each; `bench/jobs/parallel.ts` compares. Where
 * Phrase allows fewer, its refusals lower it for the credential (`core/http/traffic.ts`).
 */
export const DEFAULT_PARALLEL_REQUESTS = 20;

/** The most that the user can ask for: Phrase allows 6,000 requests a minute. */
const MAX_PARALLEL_REQUESTS = 50;

/** The options that every operation has, because the runner offers them. */
export const runnerOptions = {
	parallelRequests: wholeNumber(
		{
			displayName: 'Parallel Requests',
			description:
				'How many items to work on at the same time. Those that only wait for Phrase do not count.',
		},
		{ min: 1, max: MAX_PARALLEL_REQUESTS, initially: DEFAULT_PARALLEL_REQUESTS },
	),
};
