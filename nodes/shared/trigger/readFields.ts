import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Fields, Values } from '../../../core/fields/field';
import { readShown } from '../../../core/fields/readShown';

/**
 * Reads and checks what the user has set up on a trigger.
 *
 * @returns values by parameter name; hidden parameters have no value
 * @throws ParameterError naming the parameter that cannot be used
 */
export async function readFields<F extends Fields>(
	fields: F,
	context: IHookFunctions | IPollFunctions | IWebhookFunctions,
): Promise<Values<F>> {
	const values = {};
	return await readShown(
		fields,
		(name, byDefault) => context.getNodeParameter(name, byDefault),
		{ context, itemIndex: 0, values },
		values,
	);
}
