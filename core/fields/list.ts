import { z } from 'zod/v4';
import { field, type Field, type Labels } from './field';
import { given, inWords, isNothing, isPointInTime, namingMember, type Refuse } from './given';
import { id, plainText } from './text';

/** How many entries a list has. */
export interface Size {
	min?: number;
	max?: number;
}

/** What the user reads of a list, and what it holds at first. */
type ListLabels = Labels & { default?: string };

/** What divides the entries of a text: names may hold blanks, and semicolons. */
const BETWEEN_NAMES = /[,\n]/;
/** What divides IDs, which hold none of these. */
const BETWEEN_IDS = /[\s,;]/;

/** Several texts: a list by expression, JSON text of a list, or text with commas or line ends. */
export function textList(labels: Labels, size: Size = {}): Field<string[]> {
	return listField(labels, size, () => listOfTexts(size));
}

/** The IDs of several things in Phrase, as `textList` takes them; blanks and semicolons divide them as well. */
export function idList(labels: ListLabels, size: Size = {}): Field<string[]> {
	return listField(labels, size, () => listOf(id(), size, BETWEEN_IDS));
}

function listField(
	labels: ListLabels,
	{ min = 0 }: Size,
	schema: () => z.ZodType<string[]>,
): Field<string[]> {
	return field(
		{ ...labels, type: 'string', default: labels.default ?? '', ...(min > 0 && { required: true }) },
		schema,
	);
}

/** Checks a list of texts, each at most once, as it comes from a parameter or an expression. */
export function listOfTexts(size: Size = {}) {
	return listOf(plainText(z.string().trim()), size);
}

/**
 * Checks a list as it comes from a parameter or an expression: a list, JSON text of a list, text with commas or line
 * ends, or one entry. Each entry is there once; empty ones are left out.
 * @param entry checks one entry
 * @param between what divides the entries of a text
 */
export function listOf<T extends z.ZodType>(
	entry: T,
	{ min = 0, max = Infinity }: Size = {},
	between = BETWEEN_NAMES,
) {
	const list = z
		.array(entry)
		.transform((entries) => [...new Set(entries)])
		.refine((entries) => entries.length >= min, 'must not be empty')
		.refine((entries) => entries.length <= max, `must have at most ${max} entries`);
	return given((raw, refuse) => toEntries(raw, refuse, between), list);
}

function toEntries(raw: unknown, refuse: Refuse, between: RegExp): unknown[] | null | undefined {
	const entries = entriesOf(raw, refuse, between)?.flat(Infinity).map(trimmed);
	const object = entries?.find((one) => typeof one === 'object' && one !== null && !isPointInTime(one));
	if (object) {
		const member = namingMember(object);
		return refuse(
			`expected a list without objects: give the '${member}' of each, as {{ list.map((entry) => entry.${member}) }} does`,
		);
	}
	return entries?.filter((one) => !isNothing(one));
}

function entriesOf(raw: unknown, refuse: Refuse, between: RegExp): unknown[] | null {
	if (typeof raw !== 'string') return [raw];
	if (!/^\s*[[{]/.test(raw)) return raw.split(between);
	try {
		return [JSON.parse(raw) as unknown];
	} catch {
		return refuse(`${inWords(raw)} begins as JSON but cannot be read as such`);
	}
}

function trimmed(entry: unknown): unknown {
	if (typeof entry === 'number') return String(entry);
	return typeof entry === 'string' ? entry.trim() : entry;
}
