import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { Field, FieldProperty, Fields } from './field';

/** n8n parameters of fields, in their order. */
export function describeFields(fields: Fields): INodeProperties[] {
	return Object.entries(fields).flatMap(([name, field]) => describeField(name, field));
}

/** One parameter; two where the default is for workflows only: an AI agent has no input item to take it from. */
function describeField(name: string, { property, show, inputMember }: Field<unknown>): INodeProperties[] {
	if (inputMember === undefined) return [placed({ ...property, name }, show)];
	const fromInput = { ...property, default: inputDefault(property, inputMember) };
	return [
		placed({ ...fromInput, name }, { ...show, '@tool': [false] }),
		placed({ ...property, name }, { ...show, '@tool': [true] }),
	];
}

function placed(property: INodeProperties, show: Field<unknown>['show']): INodeProperties {
	if (show === undefined) return property;
	const shown = Object.entries(show).map(([other, values]) => [other, [...values]]);
	return { ...property, displayOptions: { show: Object.fromEntries(shown) as IDisplayOptions['show'] } };
}

function inputDefault(
	{ type }: FieldProperty,
	members: NonNullable<Field<unknown>['inputMember']>,
): FieldProperty['default'] {
	const found = [members].flat().map((member) => `$json.${member}`);
	const value = `={{ ${found.join(' ?? ')} }}`;
	return type === 'resourceLocator' ? { __rl: true, mode: 'id', value } : value;
}

/** n8n shows the entries of a collection in alphabetical order. */
export function sortedByDisplayName(properties: INodeProperties[]): INodeProperties[] {
	return [...properties].sort((a, b) => a.displayName.localeCompare(b.displayName));
}
