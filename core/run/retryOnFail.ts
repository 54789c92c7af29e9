import type { INode } from 'n8n-workflow';
import type { Operation } from '../operation/operation';
import type { Entry } from './entries';
import { toRequest } from './requestTools';

/**
 * Warns of the node setting Retry On Fail, where it makes n8n create things twice. With it, n8n runs the node
 * again for all of its items, those included whose work was done.
 *
 * @param node set to an operation that creates or starts something
 */
export function hintAtRetries(node: INode, hint: (text: string) => void): void {
	if (node.retryOnFail !== true) return;
	hint(
		"'Retry On Fail' is on in the settings of this node. When one item fails, n8n runs all of them again, and creates " +
			'in Phrase once more what exists already. Switch it off: the node repeats by itself what it may repeat.',
	);
}

/**
 * Whether an operation starts or creates something, which Phrase does again when it is asked again.
 * @param entry one of its items
 */
export function isCreating(operation: Operation, { values, tools }: Entry): boolean {
	return operation.request !== undefined && toRequest(operation, values, tools).repeat !== 'always';
}
