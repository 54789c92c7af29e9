import type { IExecuteFunctions } from 'n8n-workflow';
import { ParameterError } from '../http/errors';
import type { FieldPlace } from '../fields/field';
import { readShown } from '../fields/readShown';
import { readCollection } from '../fields/readCollection';
import { runnerOptions } from '../operation/runnerOptions';
import type { Operation } from '../operation/operation';
import type { ReadParameter } from './parameters';

/**
 * Reads and checks all values of an operation for one item.
 *
 * @param from.read reads a parameter of the node
 * @returns values by parameter name, the options under `options`; hidden parameters have no value
 * @throws ParameterError naming the parameter that cannot be used
 */
export async function readValues(
	operation: Operation,
	{ context, read }: { context: IExecuteFunctions; read: ReadParameter },
	itemIndex: number,
): Promise<Record<string, unknown>> {
	const values: Record<string, unknown> = {};
	const place: FieldPlace = { context, itemIndex, values };
	await readShown(
		operation.fields,
		// n8n fills in what it shows; it does not take the text 'false' for false.
		(name, byDefault) => read(name, itemIndex, byDefault),
		place,
		values,
	);
	values.options = await readCollection(
		{ ...operation.options, ...runnerOptions },
		read('options', itemIndex, {}),
		place,
	);
	const conflict = operation.check(values);
	if (conflict !== undefined) throw new ParameterError(conflict);
	return values;
}
