import { z } from 'zod/v4';
import { toggle } from './choice';
import { anyNumber } from './number';

const MS_PER_MINUTE = 60_000;

/** How long polling goes on when the user does not say, in minutes. */
const DEFAULT_TIME_LIMIT_MINUTES = 30;

/** The option that bounds a wait by polling. */
const timeLimit = anyNumber(
	{
		displayName: 'Time Limit',
		description: 'How many minutes to wait for Phrase before the item ends with an error',
	},
	{ min: 0, initially: DEFAULT_TIME_LIMIT_MINUTES },
);

/** The options of every operation that waits by polling. */
export const waitOptions = {
	timeLimit,
	includeWaitDetails: toggle(
		{
			displayName: 'Include Wait Details',
			description: "Whether to say in 'wait' how long the node waited and how often it asked Phrase",
		},
		true,
	),
};

const options = z.object({
	options: z
		.object({ timeLimit: z.number().optional(), includeWaitDetails: z.boolean().optional() })
		.optional(),
});

/** Whether the items are to tell how they were waited for: unless the user says no. */
export function wantsWaitDetails(values: unknown): boolean {
	return options.safeParse(values).data?.options?.includeWaitDetails !== false;
}

/**
 * The time limit of a wait, from the operation's values.
 * @returns ms
 */
export function timeLimitMs(values: unknown): number {
	return (options.safeParse(values).data?.options?.timeLimit ?? DEFAULT_TIME_LIMIT_MINUTES) * MS_PER_MINUTE;
}

/**
 * The switch that makes an operation wait.
 * @param displayName Title Case, 'Wait for Import' for instance
 * @param description begins with 'Whether'
 */
export function waitField(displayName: string, description: string) {
	return toggle({ displayName, description }, true);
}

const wait = z.object({ waitForCompletion: z.boolean().optional() });

/** Whether the user asked an operation with `waitForCompletion` to wait. */
export function wantsToWait(values: unknown): boolean {
	return wait.safeParse(values).data?.waitForCompletion === true;
}
