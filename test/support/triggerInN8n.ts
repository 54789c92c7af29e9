import './n8nEnvironment';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	deepCopy,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { PhraseTrigger } from '../../nodes/PhraseTrigger/PhraseTrigger.node';
import type { Sandbox } from '../../sandbox';
import { CredentialStore } from './credentialStore';
import { additionalDataFor } from './n8n';
import { nodeTypes } from './nodeTypes';

/** A workflow with one Phrase Trigger, and the n8n that it is in. */
export interface TriggerSetup {
	workflow?: { id: string; name: string };
	node?: { id: string; name: string };
	parameters?: INodeParameters;
	credentials?: Record<string, object>;
	/** What n8n takes for its own address, without a trailing slash. */
	baseUrl?: string;
}

type HookName = 'checkExists' | 'create' | 'delete';

/**
 * Phrase Trigger in a workflow of n8n, with n8n-core's own contexts. What n8n's server does around them is done as
 * there (n8n 2.41, `WebhookTriggerRegistrar`, `LiveWebhooks`, `TestWebhooks`): when it calls which method in which mode,
 * and when it saves the node's state.
 */
export class TriggerInN8n {
	workflow: { id: string; name: string };
	node: { id: string; name: string };
	parameters: INodeParameters;
	baseUrl: string;

	/** State of the workflow as n8n's database holds it. */
	database: IDataObject = {};

	/** What the node gave to each execution that it started. */
	readonly executions: INodeExecutionData[][] = [];

	/** State of the workflow while n8n listens for a test event; undefined when it does not. */
	listening: IDataObject | undefined;

	/** Whether n8n does not take calls at the moment. */
	isDown = false;

	/** Whether n8n takes calls, but its answers do not arrive. */
	hangsUp = false;

	private readonly credentials: CredentialStore;
	private server: Server | undefined;

	constructor({ parameters = {}, credentials = {}, ...setup }: TriggerSetup = {}) {
		this.workflow = setup.workflow ?? { id: 'workflow-1', name: 'Workflow' };
		this.node = setup.node ?? { id: 'node-1', name: 'Phrase Trigger' };
		this.parameters = {
			triggerOn: 'webhookEvent',
			authentication: 'phraseTmsApi',
			events: ['JOB_STATUS_CHANGED'],
			...parameters,
		};
		this.baseUrl = setup.baseUrl ?? 'https://n8n.example.com';
		this.credentials = new CredentialStore(credentials);
	}

	/** Where Phrase calls when the workflow is active. */
	get url(): string {
		return `${this.baseUrl}/webhook/${this.path}`;
	}

	/** Where Phrase calls while n8n listens for a test event. */
	get testUrl(): string {
		return `${this.baseUrl}/webhook-test/${this.path}`;
	}

	private get path(): string {
		return `${this.node.id}-webhook/webhook`;
	}

	/**
	 * Activates the workflow, or starts n8n with the active workflow (`init`). When the node cannot be registered, n8n
	 * removes it again and throws.
	 */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		const workflow = this.workflowWith(this.database);
		try {
			if (!(await this.call('checkExists', workflow, 'trigger', activation))) {
				await this.call('create', workflow, 'trigger', activation);
			}
		} catch (error) {
			await this.deactivate().catch(() => undefined);
			throw error;
		}
		this.save(workflow);
	}

	async deactivate(): Promise<void> {
		const workflow = this.workflowWith(this.database);
		await this.call('delete', workflow, 'internal', 'update');
		this.save(workflow);
	}

	/** Listens for a test event, from a state without anything in it. */
	async listen(): Promise<void> {
		const workflow = this.workflowWith({});
		this.listening = {};
		try {
			if (!(await this.call('checkExists', workflow, 'manual', 'manual'))) {
				await this.call('create', workflow, 'manual', 'manual');
			}
			this.listening = copyOf(workflow.staticData);
		} catch (error) {
			await this.stopListening(workflow).catch(() => undefined);
			throw error;
		}
	}

	/** What n8n does after the first test event, and when none has come for two minutes. */
	async stopListening(workflow = this.workflowWith(this.listening ?? {})): Promise<void> {
		this.listening = undefined;
		await this.call('delete', workflow, 'internal', 'update', true);
	}

	/** Takes calls from now on, at an address of its own. */
	async serve(): Promise<void> {
		const server = createServer((request, response) => {
			this.answer(request, response).catch(() => response.writeHead(500).end());
		});
		this.server = server;
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		this.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		const { server } = this;
		if (server === undefined) return;
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (this.isDown) {
			response.destroy();
			return;
		}
		const isTest = request.url?.startsWith('/webhook-test/') === true;
		if (isTest ? this.listening === undefined : request.url !== new URL(this.url).pathname) {
			response.writeHead(404).end();
			return;
		}
		const workflow = this.workflowWith((isTest ? this.listening : this.database) ?? {});
		const httpRequest = Object.assign(request, {
			query: {},
			rawBody: undefined as Buffer | undefined,
			readRawBody: async () => {
				httpRequest.rawBody = await buffer(request);
			},
		});
		const node = nodeOf(workflow);
		const context = new WebhookContext(
			workflow,
			node,
			{ ...this.additionalData(node), httpRequest, httpResponse: response },
			isTest ? 'manual' : 'webhook',
			webhookDataOf(workflow, isTest),
			[],
			null,
		);
		const result = await TRIGGER.webhook.call(context);
		if (result.workflowData !== undefined) {
			this.executions.push(...result.workflowData);
			if (!isTest) this.save(workflow);
		}
		if (this.hangsUp) response.destroy();
		else if (result.noWebhookResponse !== true) response.writeHead(200).end('{}');
		if (isTest && result.workflowData !== undefined) await this.stopListening(workflow);
	}

	private async call(
		name: HookName,
		workflow: Workflow,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
		isTest = mode === 'manual',
	): Promise<boolean> {
		const node = nodeOf(workflow);
		const context = new HookContext(
			workflow,
			node,
			this.additionalData(node),
			mode,
			activation,
			webhookDataOf(workflow, isTest),
		);
		return await TRIGGER.webhookMethods.default[name].call(context);
	}

	private additionalData(node: INode): IWorkflowExecuteAdditionalData {
		return {
			...additionalDataFor(node, this.credentials),
			webhookBaseUrl: `${this.baseUrl}/webhook`,
			webhookTestBaseUrl: `${this.baseUrl}/webhook-test`,
		};
	}

	private workflowWith(staticData: IDataObject): Workflow {
		const { id, name } = this.node;
		return new Workflow({
			...this.workflow,
			nodes: [
				{
					id,
					name,
					webhookId: `${id}-webhook`,
					type: TYPE,
					typeVersion: 1,
					position: [0, 0],
					parameters: deepCopy(this.parameters),
					credentials: this.credentials.references,
				},
			],
			connections: {},
			active: true,
			nodeTypes: nodeTypes({ [TYPE]: TRIGGER }),
			staticData: copyOf(staticData),
		});
	}

	/** n8n writes all of a workflow's state, when some of it was assigned to. */
	private save({ staticData }: Workflow): void {
		if ((staticData as { __dataChanged?: boolean }).__dataChanged === true)
			this.database = copyOf(staticData);
	}
}

/** A Phrase Trigger that is signed in to the sandbox. */
export function triggerFor(sandbox: Sandbox, setup: TriggerSetup = {}): TriggerInN8n {
	const credentials = { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } };
	return new TriggerInN8n({ credentials, ...setup });
}

const TRIGGER = new PhraseTrigger();
const TYPE = 'n8n-nodes-phrase.phraseTrigger';

function nodeOf(workflow: Workflow): INode {
	const [node] = Object.values(workflow.nodes);
	if (node === undefined) throw new Error('The workflow has no trigger');
	return node;
}

function webhookDataOf(workflow: Workflow, isTest: boolean): IWebhookData {
	return {
		httpMethod: 'POST',
		node: nodeOf(workflow).name,
		path: 'webhook',
		isTest,
		webhookDescription: TRIGGER.description.webhooks?.[0],
		workflowId: workflow.id,
	} as IWebhookData;
}

/** As it comes back from the database. */
function copyOf(staticData: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(staticData)) as IDataObject;
}
