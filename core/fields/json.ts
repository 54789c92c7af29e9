import type { z } from 'zod/v4';
import type { Field, FieldPlace } from './field';
import { given, inWords, isNothing, type Refuse } from './given';

/** What a choice offers where settings have fields, and JSON is another way to give them. */
export const FIELDS_OR_JSON = [
	{ name: 'Using Fields', value: 'fields' },
	{
		name: 'Using JSON',
		value: 'json',
		description: 'As Phrase takes it: text, or the result of an expression',
	},
] as const;

/**
 * A field for structured values: JSON text, or an object or list by expression. Empty means not given, and so does null
 * in a member.
 * @param schemaAt what the value has to be, at its place
 */
export function jsonField<T>(
	options: { displayName: string; description: string; example: unknown },
	schemaAt: (place: FieldPlace) => z.ZodType<T>,
): Field<T | undefined> {
	return {
		property: {
			displayName: options.displayName,
			type: 'json',
			default: '',
			placeholder: `e.g. ${JSON.stringify(options.example)}`,
			description: options.description,
		},
		check: (raw, place) => given(parsed, schemaAt(place).optional()).parse(raw),
	};
}

function parsed(raw: unknown, refuse: Refuse): unknown {
	if (isNothing(raw)) return undefined;
	if (typeof raw !== 'string') return withoutNull(raw);
	try {
		return withoutNull(JSON.parse(raw));
	} catch {
		return refuse(`${inWords(raw)} is no JSON`);
	}
}

/** Copies a value without the members that are null: an expression found nothing for them. */
function withoutNull(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNull);
	if (typeof value !== 'object' || value === null) return value ?? undefined;
	const kept = Object.entries(value).filter(([, one]) => one !== null);
	return Object.fromEntries(kept.map(([key, one]) => [key, withoutNull(one)]));
}
