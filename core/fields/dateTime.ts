import { tryToParseDateTime } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { Field, Labels } from './field';
import { given, inWords, isNothing, isPointInTime, type Refuse } from './given';

/** A calendar date of ISO 8601 with or without the time of day, and that with or without a zone. */
const ISO =
	/^(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)?)?$/;

const EXAMPLE = 'expected a date and time such as 2030-12-31T18:00:00 or 2030-12-31T18:00:00+01:00';

/**
 * A point in time, in UTC when it is checked: text in ISO 8601, or a date of n8n's expressions. Text without a zone, as
 * the date picker makes it, is in the time zone of the workflow.
 */
export function dateTime(labels: Labels): Field<string | undefined> {
	return {
		property: { ...labels, type: 'dateTime', default: '' },
		check: (raw, { context }) => givenDateTime(context.getTimezone()).parse(raw),
	};
}

/**
 * Checks a point in time as it comes from a parameter or an expression.
 * @param timezone IANA name of the zone that text without a zone is in
 */
export function givenDateTime(timezone: string) {
	return given(
		(raw, refuse) => (isNothing(raw) ? undefined : toUtc(raw, timezone, refuse)),
		z.string().optional(),
	);
}

function toUtc(raw: unknown, timezone: string, refuse: Refuse): string | null {
	const text = isPointInTime(raw) ? isoOf(raw) : raw;
	const [time, day] = typeof text === 'string' ? (ISO.exec(text.trim()) ?? []) : [];
	if (time === undefined || day === undefined) return refuse(`${EXAMPLE}, not ${inWords(raw)}`);
	if (!isDay(day)) return refuse(`${day} is no day of the calendar`);
	try {
		return tryToParseDateTime(time, timezone).toJSDate().toISOString();
	} catch {
		return refuse(`the time zone of the workflow, '${timezone}', is not known`);
	}
}

/** Undefined for a date that is none. */
function isoOf(time: Date | { toISO(): string | null }): string | null {
	if (!(time instanceof Date)) return time.toISO();
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** JavaScript makes the 30th of February the 2nd of March. */
function isDay(day: string): boolean {
	const midnight = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
