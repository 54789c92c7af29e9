import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { Field, FieldProperty, Fields } from './field';

/** n8n parameters of fields, in their order. */
export function describeFields(fields: Fields): INodeProperties[] {
	return Object.entries(fields).flatMap(([name, field]) => describeField(name, field));
}

/**
 * One parameter; two where an AI agent has another default. One from the input item is for workflows only: an agent has
 * none to take it from.
 */
function describeField(name: string, field: Field<unknown>): INodeProperties[] {
	const { property, show, inputMember, defaultInTools = property.default } = field;
	const byDefault = inputMember === undefined ? property.default : inputDefault(property, inputMember);
	if (byDefault === defaultInTools) return [placed({ ...property, name }, show)];
	return [
		placed({ ...property, default: byDefault, name }, { ...show, '@tool': [false] }),
		placed({ ...property, default: defaultInTools, name }, { ...show, '@tool': [true] }),
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
