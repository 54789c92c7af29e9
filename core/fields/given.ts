import { z } from 'zod/v4';

/** Says what is wrong with a value. */
export type Refuse = (message: string) => null;

/**
 * Lets a schema check a value as it comes from a parameter or an expression. Of what is wrong, the user reads the first.
 *
 * @param toValue makes the value that the schema expects, or refuses what came
 * @param schema checks that value
 */
export function given<T extends z.ZodType>(toValue: (raw: unknown, refuse: Refuse) => unknown, schema: T) {
	return z.preprocess(
		(raw, context) =>
			toValue(raw, (message) => {
				context.addIssue({ code: 'custom', message, input: raw });
				return null;
			}),
		schema,
	);
}

/** Whether a parameter was left empty, or its expression found nothing. */
export function isNothing(value: unknown): value is undefined | null | string {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A point in time as n8n's expressions make it: a DateTime of Luxon, or a date of JavaScript. */
export function isPointInTime(value: unknown): value is Date | { toISO(): string | null } {
	if (value instanceof Date) return true;
	return typeof value === 'object' && value !== null && 'isLuxonDateTime' in value && 'toISO' in value;
}

/** What an expression handed over, in words for an error: 'an object', 'a list', 'the text "x"' and the like. */
export function inWords(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (isPointInTime(value)) return 'a date';
	if (typeof value === 'object') return 'an object';
	if (typeof value === 'string') return `the text ${JSON.stringify(value)}`;
	if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`;
	return `a ${typeof value}`;
}

/** Members that name what an object describes, the better ones first. Phrase's answers and our items have them. */
const NAMING = [/^uid$/, /^id$/, /^code$/, /^encodedName$/, /uid$/i, /id$/i, /name$/i];

/** The member by which an object names what it describes. */
export function namingMember(value: object): string {
	const members = Object.keys(value);
	const found = NAMING.map((pattern) => members.find((member) => pattern.test(member)));
	return found.find((member) => member !== undefined) ?? members[0] ?? 'uid';
}
