import type { INode } from 'n8n-workflow';
import type { Operation, RequestTools } from '../operation/operation';

/**
 * Warns of the node setting Retry On Fail, where it makes n8n create things twice: n8n runs the node again, for all of
 * its items, those included whose work was done.
 *
 * @param node set to an operation that creates or starts something
 */
export function hintAtRetries(node: INode, hint: (text: string) => void): void {
	if (node.retryOnFail !== true) return;
	hint(
		"'Retry On Fail' is on in the settings of this node. When one item fails, n8n runs all of them again, and creates " +
			'in Phrase once more what exists already. Switch it off: the node repeats by itself what may be repeated.',
	);
}

/** Whether an operation starts or creates something, which Phrase does again when it is asked again. */
export function isCreating(
	operation: Operation,
	values: Record<string, unknown>,
	tools: RequestTools,
): boolean {
	try {
		return operation.request(values, tools).repeat !== 'always';
	} catch {
		return false; // The item's own turn tells what is wrong.
	}
}
