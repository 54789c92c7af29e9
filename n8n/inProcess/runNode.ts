import './home';
import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	type IExecuteData,
	type INodeExecutionData,
	type IRunExecutionData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { startBinaryData } from './binaryData';
import type { CredentialStore } from './credentialStore';
import type { AnyNodeType } from './nodeTypes';
import { INPUT_NODE, inWorkflow, type NodeSetup } from './workflow';

export interface RunSetup extends NodeSetup {
	/** Input items; the default is one item without data. */
	items?: INodeExecutionData[];
	/** Whether the node is set to continue when an item comes to nothing. */
	continueOnFail?: boolean;
	/** Whether the node is set to be run again when it has failed; the test sees one run all the same. */
	retryOnFail?: boolean;
	/** Stops the execution, as the user does in the editor. */
	signal?: AbortSignal;
	mode?: WorkflowExecuteMode;
	/** What n8n has stored beside the items, when the node runs again. */
	metadata?: IExecuteData['metadata'];
}

export interface NodeRun {
	/** What came out of the node, by output. */
	output: INodeExecutionData[][];
	/** What came out of its first output. */
	items: INodeExecutionData[];
	context: ExecuteContext;
	/** The credentials as they are stored after the run. */
	credentials: CredentialStore;
	/** The execution's data: `waitTill` is set when the node put the execution to wait. */
	execution: IRunExecutionData;
}

/**
 * Runs a node once in a real execute context of n8n-core, with its request helpers and its binary data on disk.
 * @throws whatever the node throws
 */
export async function runNode(type: AnyNodeType, setup: RunSetup = {}): Promise<NodeRun> {
	const { context, credentials, execution, nodeType } = await executeContext(type, setup);
	if (!nodeType.execute) throw new Error(`'${nodeType.description.name}' has no execute function`);
	const output = ((await nodeType.execute.call(context)) ?? []) as INodeExecutionData[][];
	return { output, items: output[0] ?? [], context, credentials, execution };
}

/** The execute context that `runNode` runs a node in. */
export async function executeContext(type: AnyNodeType, setup: RunSetup = {}) {
	await startBinaryData();
	const { items = [{ json: {} }], mode = 'manual' } = setup;
	const { workflow, node, nodeType, credentials, additionalData } = inWorkflow(type, setup);
	const data = { main: [items.map((item, index) => ({ pairedItem: { item: index }, ...item }))] };
	const executeData: IExecuteData = {
		node,
		data,
		source: { main: [{ previousNode: INPUT_NODE }] },
		metadata: setup.metadata,
	};
	const execution = createRunExecutionData({
		resultData: {
			runData: {
				[INPUT_NODE]: [
					{ startTime: 0, executionIndex: 0, executionTime: 0, executionStatus: 'success', source: [], data },
				],
			},
		},
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		mode,
		execution,
		0,
		data.main[0] ?? [],
		data,
		executeData,
		[],
		setup.signal,
	);
	return { context, credentials, execution, nodeType, node };
}
