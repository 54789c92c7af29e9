import type { INodeProperties } from 'n8n-workflow';
import { ZodError } from 'zod/v4';
import { ParameterError, type Field, type FieldPlace, type Fields } from './field';
import { runnerOptions } from './options';
import type { Operation } from './operation';

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
		values[name] = await checked(field, raw, field.property.displayName, place);
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

/**
 * Checks the entries that the user added to a collection. One whose expression found nothing counts as not added,
 * unless it has to be filled in: the user wants it, whatever the input.
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
		if (given[name] === undefined && !(name in given && field.property.required === true)) continue;
		values[name] = await checked(field, given[name], field.property.displayName, place);
	}
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

async function checked(
	field: Field<unknown>,
	raw: unknown,
	displayName: string,
	place: FieldPlace,
): Promise<unknown> {
	try {
		return await field.check(raw, place);
	} catch (error) {
		if (error instanceof ZodError) throw new ParameterError(explain(displayName, error));
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
