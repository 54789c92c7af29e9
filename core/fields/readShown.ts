import { namingExpression } from './expression';
import type { FieldPlace, Fields, Values } from './field';
import { isShown } from './isShown';
import { checkValue } from './readCollection';

/**
 * Reads and checks the fields that are shown together.
 *
 * @param rawOf what n8n holds under a name; the default of the parameter when it holds nothing
 * @param values where the values go, by name, as they are read; hidden fields have none
 * @throws ParameterError naming the parameter that cannot be used
 */
export async function readShown<F extends Fields>(
	fields: F,
	rawOf: (name: string, byDefault: unknown) => unknown,
	place: FieldPlace,
	values: Record<string, unknown>,
): Promise<Values<F>> {
	for (const [name, field] of Object.entries(fields)) {
		if (!isShown(field, values, place)) continue;
		const raw = rawOf(name, field.property.default);
		try {
			values[name] = await checkValue(field, raw, field.property.displayName, place);
		} catch (error) {
			throw namingExpression(error, { name, raw, context: place.context });
		}
	}
	return values as Values<F>;
}
