import { toggle } from './choice';
import { shownWhen } from './field';
import { fieldSet } from './fieldSet';
import { anyNumber } from './number';

const MS_PER_MINUTE = 60_000;

/** How long polling goes on when the user does not say, in minutes. */
const DEFAULT_TIME_LIMIT_MINUTES = 30;

/** The option that bounds a wait by polling. */
const timeLimit = anyNumber(
	{
		displayName: 'Time Limit',
		description: 'How many minutes to keep running for Phrase before the item ends with an error',
	},
	{ min: 0, initially: DEFAULT_TIME_LIMIT_MINUTES },
);

/** The options of every operation that waits. */
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

const waiting = fieldSet({}, waitOptions);

/** Whether the items are to tell how they were waited for: unless the user says no. */
export function wantsWaitDetails(values: unknown): boolean {
	return waiting.of(values).options?.includeWaitDetails !== false;
}

/**
 * The time limit of a wait, from the operation's values.
 * @returns ms
 */
export function timeLimitMs(values: unknown): number {
	return (waiting.of(values).options?.timeLimit ?? DEFAULT_TIME_LIMIT_MINUTES) * MS_PER_MINUTE;
}

/**
 * The switch that makes an operation wait.
 * @param labels.name Title Case, 'Wait for Import' for instance
 * @param labels.description begins with 'Whether'
 * @param labels.initially whether it is on when the user has not touched it
 * @param show when it is there: not when somebody is notified, since who is told does not ask as well
 */
export function waitSwitch(
	labels: { name: string; description: string; initially?: boolean },
	show: Record<`/${string}`, string[]>,
) {
	const { name: displayName, description, initially = true } = labels;
	const waitForCompletion = toggle({ displayName, description }, initially);
	return fieldSet({ waitForCompletion: shownWhen(show, waitForCompletion) });
}
