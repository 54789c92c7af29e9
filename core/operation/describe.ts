import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { joinEqual } from './joinEqual';
import { runnerOptions } from './runnerOptions';
import { describeFields, sortedByDisplayName } from '../fields/describeFields';
import type { Operation, Resource, Resources } from './operation';

/**
 * Derives a node's parameters from its resources: Resource, Operation, and each operation's fields with the
 * conditions under which they are shown.
 *
 * @param resources the node's resources
 * @param defaultResource the resource a new node starts with
 */
export function describe(resources: Resources, defaultResource: string): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: sortedByName(Object.entries(resources).map(([value, { name }]) => ({ name, value }))),
			default: defaultResource,
		},
		...Object.entries(resources).flatMap(([value, resource]) => describeResource(value, resource)),
	];
}

function describeResource(resourceValue: string, resource: Resource): INodeProperties[] {
	const operations = Object.entries(resource.operations);
	return [
		...describeOperationList(resourceValue, resource),
		...joinEqual(
			operations.map(([value, operation]) =>
				describeOperation(operation).map((property) => ({
					...property,
					displayOptions: {
						show: { resource: [resourceValue], operation: [value], ...property.displayOptions?.show },
					},
				})),
			),
		),
	];
}

/**
 * Two Operation lists where some operations are of no use to an AI agent: a short one for tools, the whole one for
 * everybody else.
 */
function describeOperationList(resourceValue: string, resource: Resource): INodeProperties[] {
	const list = (operations: Array<[string, Operation]>, show: IDisplayOptions['show']): INodeProperties => ({
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resourceValue], ...show } },
		options: sortedByName(
			operations.map(([value, { name, action, description }]) => ({ name, value, action, description })),
		),
		default: operations.some(([value]) => value === resource.defaultOperation)
			? resource.defaultOperation
			: (operations[0]?.[0] ?? ''),
	});
	const all = Object.entries(resource.operations);
	const forTools = all.filter(([, operation]) => !operation.hiddenInTools);
	if (forTools.length === all.length || forTools.length === 0) return [list(all, {})];
	return [list(all, { '@tool': [false] }), list(forTools, { '@tool': [true] })];
}

/** The parameters of one operation, its options gathered in one collection. */
function describeOperation(operation: Operation): INodeProperties[] {
	return [
		...describeFields(operation.fields),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: sortedByDisplayName(describeFields({ ...operation.options, ...runnerOptions })),
		},
	];
}

function sortedByName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return [...options].sort((a, b) => a.name.localeCompare(b.name));
}
