import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { Field, Fields } from './field';

/** n8n parameters of fields, in their order. */
export function describeFields(fields: Fields): INodeProperties[] {
	return Object.entries(fields).map(([name, field]) => describeField(name, field));
}

function describeField(name: string, { property, show }: Field<unknown>): INodeProperties {
	if (show === undefined) return { ...property, name };
	const shown = Object.entries(show).map(([other, values]) => [other, [...values]]);
	return {
		...property,
		name,
		displayOptions: { show: Object.fromEntries(shown) as IDisplayOptions['show'] },
	};
}

/** n8n shows the entries of a collection in alphabetical order. */
export function sortedByDisplayName(properties: INodeProperties[]): INodeProperties[] {
	return [...properties].sort((a, b) => a.displayName.localeCompare(b.displayName));
}
