import { randomUUID } from 'node:crypto';
import { NodeHelpers, type INode, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';
import type { N8nClient } from '../../../n8n';

/** What n8n adds to the lists of a node whose credential signs in by itself. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/** One thing that a node can be set to. */
export interface Setting {
	description: INodeTypeDescription;
	/** `Phrase TMS job create`, for messages. */
	name: string;
	node: INode;
}

/**
 * All that our nodes can be set to: each operation of each resource, and each trigger. They are found in the
 * descriptions that n8n serves, so that a new operation needs no line in a test.
 */
export async function allSettings(n8n: N8nClient): Promise<Setting[]> {
	const types = await n8n.nodeTypes();
	return types
		.filter(({ name }) => name.startsWith('n8n-nodes-phrase.') && !name.endsWith('Tool'))
		.flatMap((description) => choicesOf(description).map((parameters) => setting(description, parameters)));
}

/** The titles that the panel of a setting shows, in the order in which the description has them. */
export function expectedTitles({ description, node }: Setting): string[] {
	const { properties } = description;
	const values = NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description);
	return properties
		.filter(({ type }) => type !== 'hidden' && type !== 'notice' && type !== 'callout')
		.filter((property) => NodeHelpers.displayParameter(values ?? {}, property, node, description))
		.map(({ displayName }) => displayName);
}

function choicesOf({ properties }: INodeTypeDescription): INodeParameters[] {
	const resources = choices(properties.find(({ name }) => name === 'resource'));
	if (resources.length === 0) return [{}];
	return resources.flatMap((resource) => {
		const lists = properties.filter(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		);
		return [...new Set(lists.flatMap(choices))].map((operation) => ({ resource, operation }));
	});
}

function choices(property: INodeTypeDescription['properties'][number] | undefined): string[] {
	return (property?.options ?? [])
		.flatMap((option) => ('value' in option ? [String(option.value)] : []))
		.filter((value) => value !== CUSTOM_API_CALL);
}

function setting(description: INodeTypeDescription, parameters: INodeParameters): Setting {
	const name = [description.displayName, ...Object.values(parameters)].join(' ');
	return {
		description,
		name,
		node: {
			id: randomUUID(),
			name,
			type: description.name,
			typeVersion: description.defaultVersion ?? [description.version].flat().at(-1) ?? 1,
			position: [0, 0],
			parameters,
		},
	};
}
