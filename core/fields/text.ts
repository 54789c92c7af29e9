import { z } from 'zod/v4';
import { field, type Field, type Labels } from './field';
import { given, inWords, isPointInTime, namingMember, type Refuse } from './given';

/**
 * Lets a schema check a text as it comes from a parameter or an expression. A number is its digits, a date
 * its ISO 8601 text. What an expression did not find is an empty text. Objects, lists and switches are
 * refused, and so are texts that cannot be written in UTF-8.
 */
export function plainText<T extends z.ZodType>(schema: T) {
	return given(toText, schema);
}

function toText(raw: unknown, refuse: Refuse): string | null {
	if (raw === undefined || raw === null) return '';
	if (typeof raw === 'number' || typeof raw === 'bigint') return String(raw);
	if (isPointInTime(raw)) return raw instanceof Date ? raw.toISOString() : (raw.toISO() ?? '');
	if (typeof raw === 'string') {
		return raw.isWellFormed()
			? raw
			: refuse('holds half of a character (a lone surrogate), as a text does that was cut inside an emoji');
	}
	return refuse(`expected text, not ${inWords(raw)}${adviceOn(raw)}`);
}

function adviceOn(value: unknown): string {
	if (Array.isArray(value)) return ': give one of its entries';
	return typeof value === 'object' && value !== null ? `: give its '${namingMember(value)}'` : '';
}

const text = () => z.string().trim();

/** What identifies one thing in Phrase. It becomes a part of a path, so it is none that leads to another path. */
const idText = () =>
	text().refine((id) => id !== '.' && id !== '..', {
		error: ({ input }) => `'${String(input)}' is no ID`,
	});

/**
 * Checks the ID of one thing in Phrase.
 * @param missing what to say when there is none
 */
export const id = (missing = 'must not be empty') => plainText(idText().min(1, missing));

/** Checks the ID of one thing in Phrase that may be left out; an empty text then. */
export const idOrEmpty = () => plainText(idText());

/** A text that must be there. */
export function requiredText(labels: Labels, max?: number): Field<string> {
	return required(labels, () => plainText(atMost(text().min(1, 'must not be empty'), max)));
}

/** The ID of one thing in Phrase. */
export function requiredId(labels: Labels): Field<string> {
	return required(labels, () => id());
}

/** A text that may be left empty. */
export function optionalText(labels: Labels, max?: number): Field<string | undefined> {
	return optional(labels, () => plainText(atMost(text(), max)));
}

/** The ID of one thing in Phrase, which may be left empty. */
export function optionalId(labels: Labels): Field<string | undefined> {
	return optional(labels, idOrEmpty);
}

/** A secret that must be there, hidden in the editor. */
export function secretText(labels: Labels, max?: number): Field<string> {
	const { property, ...secret } = requiredText(labels, max);
	return { ...secret, property: { ...property, typeOptions: { password: true } } };
}

/** A URL that must be there. */
export function requiredUrl(labels: Labels): Field<string> {
	const url = () =>
		z.url({ protocol: /^https?$/, error: 'expected a URL that starts with http:// or https://' });
	return required(labels, () => plainText(url()));
}

function required(labels: Labels, schema: () => z.ZodType<string>): Field<string> {
	return field({ ...labels, type: 'string', default: '', required: true }, schema);
}

function optional(labels: Labels, schema: () => z.ZodType<string>): Field<string | undefined> {
	return field({ ...labels, type: 'string', default: '' }, () =>
		schema().transform((given) => (given === '' ? undefined : given)),
	);
}

function atMost(schema: z.ZodString, max: number | undefined): z.ZodString {
	return max === undefined ? schema : schema.max(max, `must have at most ${max} characters`);
}
