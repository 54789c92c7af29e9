import { z } from 'zod/v4';
import { choice } from './choice';
import { wholeNumber } from './number';
import { field, shownWhen } from './field';
import { fieldSet } from './fieldSet';

const MS_PER_UNIT = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** n8n cannot keep a date after the year 9999; a wait of ten years is none. */
const LONGEST_LIMIT = 3650;

const mode = choice(
	{ displayName: 'Mode', description: 'How to wait' },
	[
		{
			name: 'Callback',
			value: 'callback',
			description:
				"Let the execution sleep until Phrase calls back. The node that starts the work asks for that with 'Notify: This Execution'. Without that, this node polls.",
		},
		{ name: 'Polling', value: 'polling', description: 'Ask Phrase again and again' },
	],
	'polling',
);

/** The fields that let the user say how to wait. */
export const waitMode = fieldSet({
	mode: field({ ...mode.property, noDataExpression: true }, z.enum(['polling', 'callback'])),
	sleepLimit: shownWhen(
		{ mode: ['callback'] },
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
		{ mode: ['callback'] },
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
 * How long the user lets the execution sleep.
 * @returns ms; undefined when the node is to poll
 */
export function sleepLimitMs(values: unknown): number | undefined {
	const { sleepLimit, sleepLimitUnit } = waitMode.of(values);
	if (sleepLimit === undefined || sleepLimitUnit === undefined) return undefined;
	return sleepLimit * MS_PER_UNIT[sleepLimitUnit];
}
