import { randomUUID } from 'node:crypto';
import { NodeHelpers, type INode, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';
import { nodes, packageJson } from '../../support/shipped';

/** One thing that a node can be set to. */
export interface Setting {
	description: INodeTypeDescription;
	/** `Phrase TMS job create`, for messages. */
	name: string;
	node: INode;
}

/**
 * All that our nodes can be set to: each operation of each resource, and each trigger. They are found in the
 * descriptions, so that a new operation needs no line in a test.
 */
export function allSettings(): Setting[] {
	return nodes().flatMap(({ instance: { description } }) => settingsOf(description));
}

/** All that a node can be set to. */
export function settingsOf(description: INodeTypeDescription): Setting[] {
	return choicesOf(description).map((parameters) => setting(description, parameters));
}

/** n8n shows no choice of this name: its list of credentials makes it. */
const AUTHENTICATION = 'authentication';

/** What n8n puts first in the panel of a node that polls. */
const POLL_TIMES = 'Poll Times';

/** The titles that the panel of a setting shows, in the order in which the description has them. */
export function expectedTitles({ description, node }: Setting): string[] {
	const { properties, polling } = description;
	const values = NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description);
	const own = properties
		.filter(({ name, type }) => name !== AUTHENTICATION && !['hidden', 'notice', 'callout'].includes(type))
		.filter((property) => NodeHelpers.displayParameter(values ?? {}, property, node, description))
		.map(({ displayName }) => displayName);
	return polling === true ? [POLL_TIMES, ...own] : own;
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
	return (property?.options ?? []).flatMap((option) => ('value' in option ? [String(option.value)] : []));
}

function setting(description: INodeTypeDescription, parameters: INodeParameters): Setting {
	const name = [description.displayName, ...Object.values(parameters)].join(' ');
	return {
		description,
		name,
		node: {
			id: randomUUID(),
			name,
			type: `${packageJson().name}.${description.name}`,
			typeVersion: description.defaultVersion ?? [description.version].flat().at(-1) ?? 1,
			position: [0, 0],
			parameters,
		},
	};
}
