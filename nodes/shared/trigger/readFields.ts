import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { FieldPlace, Fields, Values } from '../../../core/fields/field';
import { isShown } from '../../../core/fields/isShown';
import { checkValue } from '../../../core/fields/readCollection';

/**
 * Reads and checks what the user has set up on a trigger.
 *
 * @returns values by parameter name; hidden parameters have no value
 * @throws ParameterError naming the parameter that cannot be used
 */
export async function readFields<F extends Fields>(
	fields: F,
	context: IHookFunctions | IWebhookFunctions,
): Promise<Values<F>> {
	const values: Record<string, unknown> = {};
	const place: FieldPlace = { context, itemIndex: 0, values };
	for (const [name, field] of Object.entries(fields)) {
		if (!isShown(field, values, place)) continue;
		const raw: unknown = context.getNodeParameter(name, field.property.default);
		values[name] = await checkValue(field, raw, field.property.displayName, place);
	}
	return values as Values<F>;
}
