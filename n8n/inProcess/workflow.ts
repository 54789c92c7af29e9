import './home';
import { Container } from '@n8n/di';
import { ExternalSecretsProxy } from 'n8n-core';
import {
	deepCopy,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { CredentialStore } from './credentialStore';
import { nodeTypes, type AnyNodeType } from './nodeTypes';

/** The execution that all nodes run in. */
export const EXECUTION_ID = '1';

/** What a node needs to exist in a workflow. */
export interface NodeSetup {
	parameters?: INodeParameters;
	/** Credential data by credential type, or a store that several runs share. */
	credentials?: Record<string, object> | CredentialStore;
	typeVersion?: number;
	/** Time zone of the workflow, an IANA name. */
	timezone?: string;
	/** Whether n8n has not stored the workflow. */
	unsaved?: boolean;
	/** Package that the node comes from: this one, unless told otherwise. */
	from?: string;
}

const PACKAGE = 'n8n-nodes-phrase';
const BASE_URL = 'http://localhost:5678';

/** Name of the node whose items the node under test gets. */
export const INPUT_NODE = 'Input';

/** Puts a node behind another one in a workflow, its parameters filled up with their defaults. */
export function inWorkflow(
	type: AnyNodeType,
	{
		parameters = {},
		typeVersion,
		timezone = 'UTC',
		unsaved = false,
		from = PACKAGE,
		...setup
	}: NodeSetup & { continueOnFail?: boolean; retryOnFail?: boolean },
) {
	const nodeType = versionOf(type, typeVersion);
	const credentials =
		setup.credentials instanceof CredentialStore ? setup.credentials : new CredentialStore(setup.credentials);
	const version = typeVersion ?? [nodeType.description.version].flat().at(-1) ?? 1;
	const node: INode = {
		id: 'node-id',
		webhookId: 'webhook-id',
		name: nodeType.description.displayName,
		type: `${from}.${nodeType.description.name}`,
		typeVersion: version,
		position: [200, 0],
		parameters: deepCopy(parameters),
		credentials: credentials.references,
		...(setup.continueOnFail && { onError: 'continueRegularOutput' as const }),
		...(setup.retryOnFail && { retryOnFail: true }),
	};
	const input: INode = {
		id: 'input-id',
		name: INPUT_NODE,
		type: 'test.input',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		id: unsaved ? '__EMPTY__' : 'workflow',
		name: 'Test',
		nodes: [input, node],
		connections: {
			[INPUT_NODE]: { main: [[{ node: node.name, type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
		settings: { timezone },
		nodeTypes: nodeTypes({ [node.type]: type, 'test.input': inputNodeType }),
	});
	// The workflow fills up the node's parameters in place.
	return { workflow, node, nodeType, credentials, additionalData: additionalDataFor(node, credentials) };
}

const inputNodeType: INodeType = {
	description: {
		displayName: 'Input',
		name: 'input',
		group: ['input'],
		version: 1,
		description: 'Gives the input items',
		defaults: { name: 'Input' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};

/** The version of a node type that a workflow asks for; its newest when missing. */
export function versionOf(type: AnyNodeType, version?: number): INodeType {
	return NodeHelpers.getVersionedNodeType(type, version);
}

/** What n8n's server gives to an execution, as far as our nodes use it. */
export function additionalDataFor(
	node: INode,
	credentialsHelper: CredentialStore,
): IWorkflowExecuteAdditionalData {
	const unavailable = async (): Promise<never> => {
		throw new Error('Not part of the tests');
	};
	return {
		credentialsHelper,
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		executeWorkflow: unavailable,
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		startRunnerTask: unavailable,
		executionId: EXECUTION_ID,
		currentNodeExecutionIndex: 0,
		currentNodeParameters: node.parameters,
		restApiUrl: `${BASE_URL}/rest`,
		instanceBaseUrl: BASE_URL,
		formBaseUrl: `${BASE_URL}/form`,
		formWaitingBaseUrl: `${BASE_URL}/form-waiting`,
		formTestBaseUrl: `${BASE_URL}/form-test`,
		webhookBaseUrl: `${BASE_URL}/webhook`,
		webhookWaitingBaseUrl: `${BASE_URL}/webhook-waiting`,
		webhookTestBaseUrl: `${BASE_URL}/webhook-test`,
		mcpBaseUrl: `${BASE_URL}/mcp`,
		mcpTestBaseUrl: `${BASE_URL}/mcp-test`,
		variables: {},
		logAiEvent: () => undefined,
	};
}
