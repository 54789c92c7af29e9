import type { INodeParameters } from 'n8n-workflow';
import { MANUAL_TRIGGER, type StoredCredential, type WorkflowExport } from '../../../n8n';
import type { SleepingInput, SleepingOperation } from './sleepingOperations';

/** Names of the nodes. */
export const INPUTS = 'What to work on';
export const BEFORE = 'What comes before';
export const NODE = 'The operation';

/**
 * A workflow that runs one operation, and the one that has to come before it.
 *
 * @param inputs the items that it begins with
 * @param node.parameters of the operation, beside its own
 * @param node.onError what the node does about an item that fails
 */
export function sleepingWorkflow(
	{ type, parameters, before }: SleepingOperation,
	credential: StoredCredential,
	inputs: SleepingInput[],
	node: { parameters: INodeParameters; onError?: 'continueRegularOutput' },
): WorkflowExport {
	const items = inputs.map(({ json, file }) => ({
		json,
		...(file && {
			binary: {
				data: {
					data: Buffer.from(file.text).toString('base64'),
					mimeType: 'text/plain',
					fileName: file.name,
				},
			},
		}),
	}));
	const phrase = {
		type: `n8n-nodes-phrase.${type}`,
		typeVersion: 2,
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	};
	const nodes = [
		{ name: MANUAL_TRIGGER, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: INPUTS,
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: `return ${JSON.stringify(items)};` },
		},
		...(before === undefined ? [] : [{ name: BEFORE, ...phrase, parameters: before }]),
		{ name: NODE, ...phrase, ...node, parameters: { ...parameters, ...node.parameters } },
	].map((one, index) => ({
		id: `node-${index}`,
		position: [index * 220, 0] as [number, number],
		...one,
	}));
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	const connections = Object.fromEntries(
		nodes.slice(1).map(({ name }, index) => [nodes[index]?.name ?? '', to(name)]),
	);
	return { name: 'One node asleep', nodes, connections, settings: { executionOrder: 'v1' } };
}
