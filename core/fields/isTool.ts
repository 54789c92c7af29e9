import type { INode } from 'n8n-workflow';

/** Whether an AI agent runs the node: n8n gives such a node a type of its own, with this ending. */
export function isTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}
