import { NodeOperationError, type INode } from 'n8n-workflow';
import type { Product } from '../http/client.types';
import type { Operation, Resources } from '../operation/operation';

/** What distinguishes one action node from another. */
export interface ActionNode {
	resources: Resources;
	product: Product;
	/** n8n name of the credential type in use. */
	credentialType: string;
}

/**
 * The operation that a node is set to.
 * @param parameter reads a parameter of the node
 * @throws NodeOperationError when there is none
 */
export function chosenOperation(
	node: INode,
	resources: Resources,
	parameter: (name: string) => unknown,
): Operation {
	const resource = String(parameter('resource'));
	const name = String(parameter('operation'));
	const operation = resources[resource]?.operations[name];
	if (operation === undefined) {
		throw new NodeOperationError(node, `There is no operation '${name}' for '${resource}'`, {
			description: 'Choose the resource and the operation again, or update the package n8n-nodes-phrase.',
		});
	}
	return operation;
}
