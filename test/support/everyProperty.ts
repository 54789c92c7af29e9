import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** A parameter and where it is: `Options > Parallel Requests`. */
export interface Placed {
	path: string;
	property: INodeProperties;
}

function isProperty(
	option: INodeProperties | INodePropertyOptions | INodePropertyCollection,
): option is INodeProperties {
	return 'type' in option;
}

function isGroup(
	option: INodeProperties | INodePropertyOptions | INodePropertyCollection,
): option is INodePropertyCollection {
	return 'values' in option;
}

/** All parameters, those inside collections included. */
export function everyProperty(properties: INodeProperties[], path: string[] = []): Placed[] {
	return properties.flatMap((property) => {
		const here = [...path, property.displayName];
		const inside = property.options ?? [];
		return [
			{ path: here.join(' > '), property },
			...everyProperty(inside.filter(isProperty), here),
			...inside.filter(isGroup).flatMap((group) => everyProperty(group.values, [...here, group.displayName])),
		];
	});
}

/** The fixed choices of a parameter; none when it is not a list. */
export function choices(property: INodeProperties): INodePropertyOptions[] {
	return (property.options ?? []).filter(
		(option): option is INodePropertyOptions => !isProperty(option) && !isGroup(option),
	);
}
