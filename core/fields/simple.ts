import type { INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { field, type Field } from './field';

/** What text and choice fields have in common. */
interface Labels {
	/** Title Case. */
	displayName: string;
	description: string;
	/** Begins with 'e.g.'. */
	placeholder?: string;
}

/**
 * Lets a schema check a text as it comes from a parameter or an expression: a number is its digits, what an
 * expression did not find is an empty text, and objects and lists stay what they are, for the schema to refuse.
 */
export function plainText<T extends z.ZodType>(schema: T) {
	return z.preprocess(
		(raw) => (typeof raw === 'number' || typeof raw === 'bigint' ? String(raw) : (raw ?? '')),
		schema,
	);
}

/** A text that must be there. */
export function requiredText({ displayName, description, placeholder }: Labels, max?: number): Field<string> {
	const schema = z.string().trim().min(1, 'must not be empty');
	return field(
		{
			displayName,
			type: 'string',
			default: '',
			required: true,
			description,
			...(placeholder && { placeholder }),
		},
		plainText(max === undefined ? schema : schema.max(max, `must have at most ${max} characters`)),
	);
}

/** A text that may be left empty. */
export function optionalText(
	{ displayName, description, placeholder }: Labels,
	max?: number,
): Field<string | undefined> {
	const schema = z.string().trim();
	const bounded = max === undefined ? schema : schema.max(max, `must have at most ${max} characters`);
	return field(
		{ displayName, type: 'string', default: '', description, ...(placeholder && { placeholder }) },
		plainText(bounded.transform((text) => (text === '' ? undefined : text))),
	);
}

/** A secret that must be there, hidden in the editor. */
export function secretText(labels: Labels, max?: number): Field<string> {
	const { property, ...text } = requiredText(labels, max);
	return { ...text, property: { ...property, typeOptions: { password: true } } };
}

/** A URL that must be there. */
export function requiredUrl({ displayName, description, placeholder }: Labels): Field<string> {
	return field(
		{
			displayName,
			type: 'string',
			default: '',
			required: true,
			description,
			...(placeholder && { placeholder }),
		},
		plainText(z.url({ protocol: /^https?$/, error: 'expected a URL that starts with http:// or https://' })),
	);
}

/** A switch; the description begins with 'Whether'. Text such as 'true' from an expression counts as well. */
export function toggle({ displayName, description }: Labels, initially = false): Field<boolean> {
	return field(
		{ displayName, type: 'boolean', default: initially, description },
		z.union([z.boolean(), z.stringbool()]),
	);
}

/** A whole number within bounds, the upper one included if there is one; text from an expression counts as well. */
export function wholeNumber(
	{ displayName, description }: Labels,
	{ min, max, initially }: { min: number; max?: number; initially: number },
): Field<number> {
	return field(
		{
			displayName,
			type: 'number',
			typeOptions: { minValue: min, ...(max !== undefined && { maxValue: max }) },
			default: initially,
			description,
		},
		z.coerce
			.number()
			.int()
			.min(min)
			.max(max ?? Number.MAX_SAFE_INTEGER),
	);
}

/** One of several values. */
export function choice<const T extends string>(
	{ displayName, description }: Labels,
	options: ReadonlyArray<INodePropertyOptions & { value: T }>,
	initially: NoInfer<T>,
): Field<T> {
	return field(
		{ displayName, type: 'options', options: [...options], default: initially, description },
		z.enum(options.map(({ value }) => value)),
	);
}

/** Any number of several values. */
export function choices<const T extends string>(
	{ displayName, description }: Labels,
	options: ReadonlyArray<INodePropertyOptions & { value: T }>,
	initially: ReadonlyArray<NoInfer<T>> = [],
): Field<T[]> {
	return field(
		{ displayName, type: 'multiOptions', options: [...options], default: [...initially], description },
		z.array(z.enum(options.map(({ value }) => value))),
	);
}

/** A point in time; any ISO 8601 text, as well as a date object from an expression. */
export function dateTime({ displayName, description }: Labels): Field<string | undefined> {
	return field(
		{ displayName, type: 'dateTime', default: '', description },
		z.preprocess(
			(raw) => (raw === '' || raw === null ? undefined : raw),
			z.coerce
				.date({ error: 'expected a date, such as 2030-12-31T18:00:00Z' })
				.transform((date) => date.toISOString())
				.optional(),
		),
	);
}

/**
 * Several texts: a list by expression, or text with commas.
 * @param min least number of entries
 * @param max most entries
 */
export function textList(labels: Labels, { min = 0, max = Infinity } = {}): Field<string[]> {
	const { displayName, description, placeholder } = labels;
	return field(
		{
			displayName,
			type: 'string',
			default: '',
			...(min > 0 && { required: true }),
			description,
			...(placeholder && { placeholder }),
		},
		listOfTexts(min, max),
	);
}

/** Checks a list of texts that came as a list or as one text with commas. */
export function listOfTexts(min = 0, max = Infinity) {
	const list = z.array(z.coerce.string().trim().min(1)).min(min, 'must not be empty');
	return z.preprocess(
		(raw) => {
			const entries: unknown[] = typeof raw === 'string' ? raw.split(',') : [raw].flat();
			return [...new Set(entries.map((one) => (typeof one === 'string' ? one.trim() : one)))].filter(
				(one) => one !== '' && one !== null && one !== undefined,
			);
		},
		max === Infinity ? list : list.max(max, `must have at most ${max} entries`),
	);
}
