import type { INodeProperties } from 'n8n-workflow';
import type { Field, FieldPlace } from '../fields/field';
import { ParameterError } from '../http/errors';
import { checkValue, readCollection } from '../fields/readCollection';
import { runnerOptions } from '../operation/runnerOptions';
import type { Operation } from '../operation/operation';

/**
 * Reads and checks all values of an operation for one item.
 *
 * @returns values by parameter name, the options under `options`; hidden parameters have no value
 * @throws ParameterError naming the parameter that cannot be used
 */
export async function readValues(operation: Operation, place: FieldPlace): Promise<Record<string, unknown>> {
	const values: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(operation.fields)) {
		if (!isShown(field, values)) continue;
		const raw = readParameter(place, name, field.property);
		values[name] = await checkValue(field, raw, field.property.displayName, place);
	}
	values.options = await readCollection(
		{ ...operation.options, ...runnerOptions },
		place.context.getNodeParameter('options', place.itemIndex, {}),
		place,
	);
	const conflict = operation.check(values);
	if (conflict !== undefined) throw new ParameterError(conflict);
	return values;
}

function isShown(field: Field<unknown>, values: Record<string, unknown>): boolean {
	return Object.entries(field.show ?? {}).every(([name, allowed]) =>
		allowed.some((one) => one === values[name]),
	);
}

function readParameter(
	{ context, itemIndex }: FieldPlace,
	name: string,
	property: { type: INodeProperties['type'] },
) {
	return context.getNodeParameter(
		name,
		itemIndex,
		undefined,
		property.type === 'resourceLocator' ? { extractValue: true } : {},
	) as unknown;
}
