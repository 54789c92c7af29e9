import { home } from './n8nEnvironment';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { Container } from '@n8n/di';
import {
	BinaryDataConfig,
	BinaryDataService,
	ExecuteContext,
	ExternalSecretsProxy,
	HookContext,
	LoadOptionsContext,
	WebhookContext,
} from 'n8n-core';
import {
	createRunExecutionData,
	deepCopy,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type IBinaryData,
	type IDataObject,
	type IExecuteData,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodePropertyOptions,
	type INodeType,
	type IRunExecutionData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { CredentialStore } from './credentialStore';
import { nodeTypes, type AnyNodeType } from './nodeTypes';

/** What a node needs to exist in a workflow. */
export interface NodeSetup {
	parameters?: INodeParameters;
	/** Credential data by credential type, or a store that several runs share. */
	credentials?: Record<string, object> | CredentialStore;
	typeVersion?: number;
}

export interface RunSetup extends NodeSetup {
	/** Input items; the default is one item without data. */
	items?: INodeExecutionData[];
	/** Whether the node is set to continue when an item comes to nothing. */
	continueOnFail?: boolean;
	/** Stops the execution, as the user does in the editor. */
	signal?: AbortSignal;
	mode?: WorkflowExecuteMode;
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

const PACKAGE = 'n8n-nodes-phrase';
const BASE_URL = 'http://localhost:5678';

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
	const executeData: IExecuteData = { node, data, source: { main: [{ previousNode: INPUT_NODE }] } };
	const execution = createRunExecutionData({});
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

/** The context in which a node's lists are loaded. */
export function loadOptionsContext(type: AnyNodeType, setup: NodeSetup = {}, path = ''): LoadOptionsContext {
	const { workflow, node, additionalData } = inWorkflow(type, setup);
	return new LoadOptionsContext(workflow, node, additionalData, path);
}

/** Searches one of a node's lists, as the editor does while the user types. */
export async function searchList(
	type: AnyNodeType,
	method: string,
	{ filter, paginationToken, ...setup }: NodeSetup & { filter?: string; paginationToken?: string } = {},
): Promise<INodeListSearchResult> {
	const search = versionOf(type, setup.typeVersion).methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list '${method}'`);
	return await search.call(loadOptionsContext(type, setup), filter, paginationToken);
}

/** Loads the options of one of a node's parameters. */
export async function loadOptions(
	type: AnyNodeType,
	method: string,
	setup: NodeSetup = {},
): Promise<INodePropertyOptions[]> {
	const load = versionOf(type, setup.typeVersion).methods?.loadOptions?.[method];
	if (!load) throw new Error(`The node has no options '${method}'`);
	return await load.call(loadOptionsContext(type, setup));
}

/** A call that reaches a webhook of the node. */
export interface WebhookCall extends NodeSetup {
	method?: string;
	headers?: IncomingHttpHeaders;
	query?: IDataObject;
	/** The body as n8n parsed it. */
	body?: unknown;
	/** The body as it came; the default is the JSON of `body`. */
	rawBody?: Buffer;
	/** Which of the node's webhooks. */
	webhook?: string;
	/** The item that the node had as input when it was put to wait. */
	items?: INodeExecutionData[];
}

/** What a webhook answered on its own, without n8n's response. */
export interface WebhookAnswer {
	status: number;
	headers: Record<string, unknown>;
	body: unknown;
	/** Whether the node ended the answer itself. */
	ended: boolean;
}

/** The context in which a node's webhook is called, and what it answers by itself. */
export function webhookContext(
	type: AnyNodeType,
	call: WebhookCall = {},
): { context: WebhookContext; answer: WebhookAnswer; nodeType: INodeType } {
	const { workflow, node, nodeType, additionalData } = inWorkflow(type, call);
	const { method = 'POST', headers = {}, query = {}, body = {}, webhook = 'default' } = call;
	const rawBody = call.rawBody ?? Buffer.from(JSON.stringify(body));
	const request = Object.assign(new PassThrough().end(rawBody), {
		method,
		headers: { 'content-type': 'application/json', 'content-length': String(rawBody.length), ...headers },
		query,
		params: {},
		body,
		rawBody,
		contentType: 'application/json',
		readRawBody: async () => await Promise.resolve(),
	});
	const answer: WebhookAnswer = { status: 200, headers: {}, body: undefined, ended: false };
	additionalData.httpRequest = request as never;
	additionalData.httpResponse = responseInto(answer) as never;

	const webhookDescription = nodeType.description.webhooks?.find(({ name }) => name === webhook);
	if (!webhookDescription) throw new Error(`The node has no webhook '${webhook}'`);
	const input = call.items && { main: [call.items] };
	const execution = createRunExecutionData(
		input && { executionData: { nodeExecutionStack: [{ node, data: input, source: null }] } },
	);
	const context = new WebhookContext(
		workflow,
		node,
		additionalData,
		'webhook',
		{
			httpMethod: 'POST',
			node: node.name,
			path: '',
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: additionalData,
		},
		[],
		execution,
	);
	return { context, answer, nodeType };
}

/** Calls a webhook of the node. */
export async function callWebhook(
	type: AnyNodeType,
	call: WebhookCall = {},
): Promise<{ result: IWebhookResponseData; answer: WebhookAnswer }> {
	const { context, answer, nodeType } = webhookContext(type, call);
	if (!nodeType.webhook) throw new Error(`'${nodeType.description.name}' has no webhook function`);
	return { result: await nodeType.webhook.call(context), answer };
}

/** The context in which a trigger registers and removes its webhooks. */
export function hookContext(
	type: AnyNodeType,
	{
		activation = 'activate',
		isTest = false,
		...setup
	}: NodeSetup & { activation?: WorkflowActivateMode; isTest?: boolean } = {},
): HookContext {
	const { workflow, node, nodeType, additionalData } = inWorkflow(type, setup);
	const webhookDescription = nodeType.description.webhooks?.[0];
	return new HookContext(
		workflow,
		node,
		additionalData,
		'trigger',
		activation,
		webhookDescription && {
			httpMethod: 'POST',
			node: node.name,
			path: '',
			isTest,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: additionalData,
		},
	);
}

/** Stores bytes as the binary field of an item, on disk. */
export async function storeBinary(
	content: Buffer | Readable,
	{ fileName = 'file.txt', mimeType = 'text/plain' } = {},
): Promise<IBinaryData> {
	await startBinaryData();
	return await Container.get(BinaryDataService).store(
		{ type: 'execution', workflowId: 'workflow', executionId: '1' },
		content,
		{ data: '', fileName, mimeType },
	);
}

/** Opens a binary field of an item. */
export async function openBinary(binary: IBinaryData | undefined): Promise<Readable> {
	if (!binary?.id) throw new Error('The item has no binary data on disk');
	return await Container.get(BinaryDataService).getAsStream(binary.id);
}

/** Reads a binary field of an item. */
export async function readBinary(binary: IBinaryData | undefined): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of (await openBinary(binary)) as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** SHA-256 of a binary field, in hex, without holding it in memory. */
export async function hashBinary(binary: IBinaryData | undefined): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of (await openBinary(binary)) as AsyncIterable<Buffer>) hash.update(chunk);
	return hash.digest('hex');
}

const INPUT_NODE = 'Input';

/** Puts a node behind another one in a workflow, its parameters filled up with their defaults. */
function inWorkflow(type: AnyNodeType, { parameters = {}, typeVersion, ...setup }: RunSetup) {
	const nodeType = versionOf(type, typeVersion);
	const credentials =
		setup.credentials instanceof CredentialStore ? setup.credentials : new CredentialStore(setup.credentials);
	const version = typeVersion ?? [nodeType.description.version].flat().at(-1) ?? 1;
	const node: INode = {
		id: 'node-id',
		webhookId: 'webhook-id',
		name: nodeType.description.displayName,
		type: `${PACKAGE}.${nodeType.description.name}`,
		typeVersion: version,
		position: [200, 0],
		parameters: deepCopy(parameters),
		credentials: credentials.references,
		...(setup.continueOnFail && { onError: 'continueRegularOutput' as const }),
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
		id: 'workflow',
		name: 'Test',
		nodes: [input, node],
		connections: {
			[INPUT_NODE]: { main: [[{ node: node.name, type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
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

function versionOf(type: AnyNodeType, version?: number): INodeType {
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
		executionId: '1',
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

let binaryData: Promise<void> | undefined;

async function startBinaryData(): Promise<void> {
	binaryData ??= (async () => {
		Container.get(BinaryDataConfig).localStoragePath = join(home, 'binaryData');
		await Container.get(BinaryDataService).init();
	})();
	await binaryData;
}

/** The part of Express's response that a webhook uses to answer by itself. */
function responseInto(answer: WebhookAnswer) {
	const response = {
		status(status: number) {
			answer.status = status;
			return response;
		},
		writeHead(status: number, headers: Record<string, unknown> = {}) {
			Object.assign(answer, { status, headers: { ...answer.headers, ...headers } });
			return response;
		},
		setHeader(name: string, value: unknown) {
			answer.headers[name.toLowerCase()] = value;
			return response;
		},
		set(name: string, value: unknown) {
			return response.setHeader(name, value);
		},
		send: end,
		json: end,
		end,
	};
	function end(body?: unknown) {
		if (body !== undefined) answer.body = body;
		answer.ended = true;
		return response;
	}
	return response;
}
