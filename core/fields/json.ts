import { z } from 'zod/v4';
import { field, type Field } from './field';

/**
 * A field for structured values: JSON text, or an object or list by expression. Empty means not given.
 * @param schema what the value has to be
 */
export function jsonField<T>(
	options: { displayName: string; description: string; example: unknown },
	schema: z.ZodType<T>,
): Field<T | undefined> {
	const given = z.preprocess(parsed, schema.optional());
	return field(
		{
			displayName: options.displayName,
			type: 'json',
			default: '',
			placeholder: `e.g. ${JSON.stringify(options.example)}`,
			description: options.description,
		},
		given,
	);
}

/** JSON text becomes its value; what is no JSON stays as it is, for the schema to refuse. */
function parsed(raw: unknown): unknown {
	if (typeof raw !== 'string') return raw ?? undefined;
	if (raw.trim() === '') return undefined;
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		return raw;
	}
}
