import './n8nEnvironment';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** A trigger node behind a real web server, called as n8n calls it. */
export interface WebhookServer {
	url: string;
	/** What the node gave to each execution that it started. */
	executions: INodeExecutionData[][];
	/** What a caller saw as 500, because the node threw. */
	thrown: unknown[];
	/** Runs the node's `create` as n8n does when the workflow is activated. */
	activate(): Promise<unknown>;
	close(): Promise<void>;
}

export interface WebhookServerOptions {
	parameters?: INodeParameters;
	/** Decrypted data by credential type. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
}

/**
 * Serves a trigger node: n8n-core's own contexts over real sockets. What n8n's web server does around them is
 * done as there: the node can have the body read into `rawBody`, and answers itself when it says so.
 */
export async function serveWebhook(
	trigger: INodeType,
	options: WebhookServerOptions = {},
): Promise<WebhookServer> {
	const { node, workflow } = workflowOf(trigger, options);
	const webhookData = {
		httpMethod: 'POST',
		node: node.name,
		path: 'webhook',
		webhookDescription: trigger.description.webhooks?.[0],
		workflowId: workflow.id,
	} as IWebhookData;
	const additionalData = {
		credentialsHelper: {
			isCredentialUsableByNode: () => true,
			getDecrypted: async (_: unknown, __: unknown, type: string) => options.credentials?.[type] ?? {},
		},
	} as unknown as IWorkflowExecuteAdditionalData;
	const executions: INodeExecutionData[][] = [];
	const thrown: unknown[] = [];

	async function answer(request: IncomingMessage, response: ServerResponse) {
		if (!readsBodyItself(workflow, node)) throw new Error('n8n would have parsed the body before the node');
		const httpRequest = Object.assign(request, {
			query: queryOf(request.url ?? ''),
			rawBody: undefined as Buffer | undefined,
			readRawBody: async () => {
				httpRequest.rawBody = await buffer(request);
			},
		});
		const data = { ...additionalData, httpRequest, httpResponse: response };
		const context = new WebhookContext(workflow, node, data, 'webhook', webhookData, [], null);
		const result = (await trigger.webhook?.call(context)) ?? {};
		if (result.noWebhookResponse !== true) response.writeHead(200).end('{"message":"as n8n"}');
		if (result.workflowData !== undefined) executions.push(...result.workflowData);
	}

	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			thrown.push(error);
			response.writeHead(500).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;

	return {
		url: `http://127.0.0.1:${port}/webhook`,
		executions,
		thrown,
		activate: async () => {
			const context = new HookContext(workflow, node, additionalData, 'trigger', 'activate', webhookData);
			const methods = trigger.webhookMethods?.default;
			const exists = await methods?.checkExists.call(context);
			return exists === true || (await methods?.create.call(context));
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function workflowOf(trigger: INodeType, { parameters = {}, credentials = {} }: WebhookServerOptions) {
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [
			{
				id: 'trigger',
				name: 'Trigger',
				type: `n8n-nodes-phrase.${trigger.description.name}`,
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: Object.fromEntries(
					Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
				),
			},
		],
		connections: {},
		active: true,
		nodeTypes: {
			getByName: () => trigger,
			getByNameAndVersion: () => trigger,
			getKnownTypes: () => ({}),
		},
	});
	const node = workflow.getNode('Trigger');
	if (node === null) throw new Error('The workflow has no trigger');
	return { workflow, node };
}

/** Asks the node as n8n's web server does: `parseRequestBody` in its `webhook-helpers`. */
function readsBodyItself(workflow: Workflow, node: INode): boolean {
	const expression = '={{$parameter["options"]["binaryData"]}}';
	return workflow.expression.getSimpleParameterValue(node, expression, 'webhook', {}) === true;
}

/** As n8n's web server reads it: a parameter given twice is an array. */
function queryOf(path: string): Record<string, string | string[]> {
	const parameters = new URL(path, 'http://localhost').searchParams;
	return Object.fromEntries(
		[...new Set(parameters.keys())].map((name) => {
			const values = parameters.getAll(name);
			return [name, values.length === 1 ? (values[0] ?? '') : values];
		}),
	);
}
