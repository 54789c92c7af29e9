import { ZodError } from 'zod/v4';
import { ParameterError } from '../http/errors';
import type { Field, FieldPlace, Fields } from './field';
import { isNothing } from './given';
import { isShown } from './isShown';

/**
 * Checks the entries that the user added to a collection. One that was left empty, or whose expression found nothing,
 * counts as not added, unless it has to be filled in: the user wants it, whatever the input.
 * @param raw the collection as n8n hands it over
 */
export async function readCollection(
	fields: Fields,
	raw: unknown,
	place: FieldPlace,
): Promise<Record<string, unknown>> {
	const given = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
	const values: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (!(name in given) || !isShown(field, values, place)) continue;
		if (isNothing(given[name]) && field.property.required !== true) continue;
		values[name] = await checkValue(field, given[name], field.property.displayName, place);
	}
	return values;
}

/**
 * Checks one value.
 * @throws ParameterError naming the parameter
 */
export async function checkValue(
	field: Field<unknown>,
	raw: unknown,
	displayName: string,
	place: FieldPlace,
): Promise<unknown> {
	try {
		return await field.check(raw, place);
	} catch (error) {
		if (error instanceof ZodError) throw new ParameterError(explain(displayName, error));
		if (error instanceof ParameterError) {
			throw new ParameterError(`'${displayName}': ${error.message}`, error.description);
		}
		throw error;
	}
}

/** One sentence from what a schema found, naming the parameter and the place inside its JSON. */
function explain(displayName: string, { issues }: ZodError): string {
	const first = issues[0];
	const path = first?.path.join('.') ?? '';
	const where = path === '' ? `'${displayName}'` : `'${displayName}', at '${path}'`;
	return `${where}: ${first?.message ?? 'the value cannot be used'}`;
}
