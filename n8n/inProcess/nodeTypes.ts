import { NodeHelpers, type INodeType, type INodeTypes, type IVersionedNodeType } from 'n8n-workflow';

/** A node type as a package exports it. */
export type AnyNodeType = INodeType | IVersionedNodeType;

/**
 * The node types of a workflow.
 * @param types node types by their name in workflows
 */
export function nodeTypes(types: Record<string, AnyNodeType>): INodeTypes {
	const find = (name: string): AnyNodeType => {
		const type = types[name];
		if (!type) throw new Error(`There is no node type '${name}'`);
		return type;
	};
	return {
		getByName: find,
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(find(name), version),
		getKnownTypes: () => ({}),
	};
}

export const noNodeTypes = nodeTypes({});
