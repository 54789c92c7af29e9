import { z } from 'zod/v4';
import { choice } from './choice';
import { field, shownWhen, type Fields } from './field';
import { fieldSet } from './fieldSet';
import { wholeNumber } from './number';

const MS_PER_UNIT = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** n8n cannot keep a date after the year 9999; a wait of ten years is none. */
const LONGEST_LIMIT = 3650;

const ASLEEP = { whileWaiting: ['sleep'] } as const;

const kept = choice(
	{
		displayName: 'While Waiting',
		description: 'What this execution does until Phrase has done the work',
	},
	[
		{
			name: 'Keep Running',
			value: 'keepRunning',
			description: 'Ask Phrase again and again. Right for seconds and minutes.',
		},
		{
			name: 'Sleep Until Phrase Calls Back',
			value: 'sleep',
			description: 'Nothing runs in n8n until Phrase has called. Right for hours and days.',
		},
	],
	'keepRunning',
);

const whileWaiting = fieldSet({
	// One execution either sleeps or does not, whatever its items are.
	whileWaiting: field({ ...kept.property, noDataExpression: true }, () => z.enum(['keepRunning', 'sleep'])),
	sleepLimit: shownWhen(
		ASLEEP,
		wholeNumber(
			{
				displayName: 'Limit',
				description:
					"How long to sleep at most. After that the items go on with 'wait.timedOut' true, so that the next node can finish the wait.",
			},
			{ min: 1, max: LONGEST_LIMIT, initially: 24 },
		),
	),
	sleepLimitUnit: shownWhen(
		ASLEEP,
		choice(
			{ displayName: 'Limit Unit', description: 'The unit of the limit' },
			[
				{ name: 'Days', value: 'days' },
				{ name: 'Hours', value: 'hours' },
				{ name: 'Minutes', value: 'minutes' },
			],
			'hours',
		),
	),
});

/**
 * The fields that let the user say what the execution does while an operation waits. An AI agent does not see them: its
 * runs cannot sleep.
 * @param show values of other fields for which the operation waits
 */
export function whileWaitingFields(show: NonNullable<Fields[string]['show']> = {}): Fields {
	return Object.fromEntries(
		Object.entries<Fields[string]>(whileWaiting.fields).map(([name, one]) => [
			name,
			shownWhen({ ...show, '@tool': [false] }, one),
		]),
	);
}

/**
 * How long the user lets the execution sleep.
 * @returns ms; undefined when it is to keep running
 */
export function sleepLimitMs(values: unknown): number | undefined {
	const { sleepLimit, sleepLimitUnit } = whileWaiting.of(values);
	if (!wantsSleep(values) || sleepLimit === undefined || sleepLimitUnit === undefined) return undefined;
	return sleepLimit * MS_PER_UNIT[sleepLimitUnit];
}

/** Whether the execution is to sleep while the operation waits. */
export function wantsSleep(values: unknown): boolean {
	return whileWaiting.of(values).whileWaiting === 'sleep';
}

/** The values that make a request whose end nobody is to call back about. */
export const KEEP_RUNNING = { whileWaiting: 'keepRunning' } as const;
