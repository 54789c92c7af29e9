import './n8nEnvironment';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { CredentialStore } from './credentialStore';
import { additionalDataFor } from './n8n';
import { nodeTypes } from './nodeTypes';

/** What n8n's processes share. */
export interface Database {
	/** State of the workflow. */
	staticData: IDataObject;
}

/** A trigger node behind a real web server, called as n8n calls it. */
export interface WebhookServer {
	url: string;
	/** What the node gave to each execution that it started. */
	executions: INodeExecutionData[][];
	/** What a caller saw as 500, because the node threw. */
	thrown: unknown[];
	/** How many callers hung up before they had their answer. */
	hungUp: number;
	database: Database;
	/** What it takes to start an execution; when it throws, n8n could not start it and answers 500. */
	starting: () => Promise<void>;
	/** Runs the node's `create` as n8n does when the workflow is activated. */
	activate(): Promise<unknown>;
	close(): Promise<void>;
}

export interface WebhookServerOptions {
	/** Another one for each server by default. */
	workflowId?: string;
	parameters?: INodeParameters;
	/** Decrypted data by credential type. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** An empty one of its own by default. */
	database?: Database;
	/** `manual` while n8n listens for a test event. */
	mode?: Extract<WorkflowExecuteMode, 'webhook' | 'manual'>;
}

/** Name of the node, under which its state is in the database. */
export const TRIGGER_NAME = 'Trigger';

let servers = 0;

/**
 * Serves a trigger node: n8n-core's own contexts over real sockets. What n8n's web server does around them is done as
 * there (n8n 2.41, `LiveWebhooks`, `executeWebhook`): each call gets the workflow fresh from the database; the node can
 * have the body read into `rawBody`, and answers itself when it says so; its state is saved once the execution was
 * started, as a whole.
 */
export async function serveWebhook(
	trigger: INodeType,
	options: WebhookServerOptions = {},
): Promise<WebhookServer> {
	const { workflowId = `workflow-${++servers}`, database = { staticData: {} }, mode = 'webhook' } = options;
	const credentials = new CredentialStore(options.credentials);
	const executions: INodeExecutionData[][] = [];
	const thrown: unknown[] = [];

	function load() {
		const workflow = workflowOf(trigger, workflowId, {
			parameters: options.parameters ?? {},
			credentials: credentials.references,
			staticData: copyOf(database.staticData),
		});
		const node = nodeOf(workflow);
		const webhookData = {
			httpMethod: 'POST',
			node: node.name,
			path: 'webhook',
			isTest: mode === 'manual',
			webhookDescription: trigger.description.webhooks?.[0],
			workflowId,
		} as IWebhookData;
		const additionalData = { ...additionalDataFor(node, credentials), webhookBaseUrl: `${base()}/webhook` };
		return { workflow, node, webhookData, additionalData };
	}

	/** Changes are noted by n8n when a member is assigned to. */
	function save({ staticData }: Workflow) {
		if ((staticData as { __dataChanged?: boolean }).__dataChanged === true) {
			database.staticData = copyOf(staticData);
		}
	}

	async function answer(request: IncomingMessage, response: ServerResponse) {
		const { workflow, node, webhookData, additionalData } = load();
		if (!readsBodyItself(workflow, node)) throw new Error('n8n would have parsed the body before the node');
		const httpRequest = Object.assign(request, {
			query: queryOf(request.url ?? ''),
			rawBody: undefined as Buffer | undefined,
			readRawBody: async () => {
				httpRequest.rawBody = await buffer(request);
			},
		});
		const data = { ...additionalData, httpRequest, httpResponse: response } as never;
		const context = new WebhookContext(workflow, node, data, mode, webhookData, [], null);
		const result = (await trigger.webhook?.call(context)) ?? {};
		if (result.workflowData !== undefined) {
			await server.starting();
			executions.push(...result.workflowData);
		}
		save(workflow);
		if (result.noWebhookResponse !== true) response.writeHead(200).end('{"message":"as n8n"}');
	}

	const http = createServer((request, response) => {
		response.on('close', () => {
			if (!response.writableFinished) server.hungUp++;
		});
		answer(request, response).catch((error: unknown) => {
			thrown.push(error);
			response.writeHead(500).end();
		});
	});
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const base = () => `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

	const server: WebhookServer = {
		url: `${base()}/webhook`,
		executions,
		thrown,
		hungUp: 0,
		database,
		starting: async () => undefined,
		activate: async () => {
			const { workflow, node, webhookData, additionalData } = load();
			const context = new HookContext(workflow, node, additionalData, 'trigger', 'activate', webhookData);
			const methods = trigger.webhookMethods?.default;
			const exists = await methods?.checkExists.call(context);
			const done = exists === true || (await methods?.create.call(context));
			save(workflow);
			return done;
		},
		close: async () => {
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
		},
	};
	return server;
}

function workflowOf(
	trigger: INodeType,
	id: string,
	{ staticData, ...settings }: Pick<INode, 'parameters' | 'credentials'> & { staticData: IDataObject },
): Workflow {
	const type = `n8n-nodes-phrase.${trigger.description.name}`;
	return new Workflow({
		id,
		nodes: [{ id: 'trigger', name: TRIGGER_NAME, type, typeVersion: 1, position: [0, 0], ...settings }],
		connections: {},
		active: true,
		nodeTypes: nodeTypes({ [type]: trigger }),
		staticData,
	});
}

function nodeOf(workflow: Workflow): INode {
	const node = workflow.getNode(TRIGGER_NAME);
	if (node === null) throw new Error('The workflow has no trigger');
	return node;
}

/** As it comes back from the database. */
function copyOf(staticData: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(staticData)) as IDataObject;
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
