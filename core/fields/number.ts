import { z } from 'zod/v4';
import { field, type Field, type Labels } from './field';
import { given, inWords, isNothing, type Refuse } from './given';

/** Bounds of a number, both included. */
export interface Bounds {
	min: number;
	max?: number;
}

/** Bounds of a field, and its number when the user gives none. */
type FieldBounds = Bounds & { initially: number };

const whole = () => z.int('expected a whole number');

const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** A whole number within bounds; text such as '5' from an expression counts as well. */
export function wholeNumber(labels: Labels, bounds: FieldBounds): Field<number> {
	return numberField(labels, bounds, whole);
}

/** A number within bounds; text such as '0.5' from an expression counts as well. */
export function anyNumber(labels: Labels, bounds: FieldBounds): Field<number> {
	return numberField(labels, bounds, () => z.number());
}

/** Checks a whole number as it comes from an expression. */
export function givenWholeNumber(bounds: Bounds) {
	return givenNumber(whole(), bounds);
}

function numberField(labels: Labels, bounds: FieldBounds, schema: () => z.ZodNumber): Field<number> {
	const { min, max, initially } = bounds;
	return field(
		{
			...labels,
			type: 'number',
			typeOptions: { minValue: min, ...(max !== undefined && { maxValue: max }) },
			default: initially,
		},
		() => givenNumber(schema(), bounds, initially),
	);
}

function givenNumber(schema: z.ZodNumber, { min, max }: Bounds, initially?: number) {
	const range = max === undefined ? `${min} or more` : `a number from ${min} to ${max}`;
	const outside = { error: ({ input }: { input: unknown }) => `expected ${range}, not ${String(input)}` };
	return given(
		(raw, refuse) => (isNothing(raw) ? (initially ?? refuse('must not be empty')) : toNumber(raw, refuse)),
		schema.min(min, outside).max(max ?? Number.MAX_SAFE_INTEGER, outside),
	);
}

function toNumber(raw: unknown, refuse: Refuse): number | null {
	if (typeof raw === 'number' && Number.isFinite(raw)) return raw;
	if (typeof raw === 'bigint') return Number(raw);
	if (typeof raw === 'string' && DECIMAL.test(raw.trim())) return Number(raw);
	return refuse(`expected a number, not ${inWords(raw)}`);
}
