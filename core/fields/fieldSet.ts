import type { Consistent, Fields, OptionalValues } from './field';

/**
 * Fields that are declared once, and read by whoever declares them: an ending gets its own values among those of an
 * operation that it does not know.
 */
export interface FieldSet<F extends Fields, O extends Fields> {
	fields: F;
	/** Entries of the node's Options. */
	options: O;
	/**
	 * The values of these fields.
	 * @param values those of an operation; what it does not ask for, and what the user does not see, is undefined
	 */
	of(values: unknown): OptionalValues<F> & { options?: OptionalValues<O> };
}

/** Declares fields that are read by themselves. */
export function fieldSet<F extends Fields, O extends Fields = Record<string, never>>(
	fields: F & Consistent<F>,
	options?: O,
): FieldSet<F, O> {
	return {
		fields,
		options: options ?? ({} as O),
		// The runner hands in what the checks of these very fields let through.
		of: (values) => values as OptionalValues<F> & { options?: OptionalValues<O> },
	};
}
