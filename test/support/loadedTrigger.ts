import { additionalDataFor, nodeTypes, type CredentialStore } from '../../n8n/inProcess';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { HookContext, TriggerContext, WebhookContext } from 'n8n-core';
import {
	deepCopy,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { PhraseCallbackTrigger } from '../../nodes/PhraseCallbackTrigger/PhraseCallbackTrigger.node';
import type { PhraseTmsTrigger } from '../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';

/** A trigger of this package. */
export type AnyTrigger = PhraseCallbackTrigger | PhraseTmsTrigger;

/** A workflow with one trigger of ours, as the user has set it up. */
export interface TriggerSettings {
	trigger: AnyTrigger;
	workflow: { id: string; name: string };
	node: { id: string; name: string };
	parameters: INodeParameters;
	credentials: CredentialStore;
	/** What n8n names the node by in its URLs. */
	webhookId: string;
	/** What n8n takes for its own address, without a trailing slash. */
	baseUrl: string;
}

/** n8n's modes when it runs one of a node's webhook methods. */
export interface HookMode {
	mode: WorkflowExecuteMode;
	activation: WorkflowActivateMode;
}

/**
 * A workflow with one trigger of ours as n8n loads it for one piece of work: with state of its own, and n8n-core's own
 * contexts.
 */
export class LoadedTrigger {
	private readonly workflow: Workflow;
	private readonly node: INode;

	/**
	 * @param staticData state of the workflow
	 * @param isTest whether n8n works on a test event
	 */
	constructor(
		private readonly settings: TriggerSettings,
		staticData: IDataObject,
		private readonly isTest: boolean,
	) {
		const { id, name } = settings.node;
		const type = `n8n-nodes-phrase.${settings.trigger.description.name}`;
		this.node = {
			id,
			name,
			webhookId: settings.webhookId,
			type,
			typeVersion: settings.trigger.description.defaultVersion ?? 1,
			position: [0, 0],
			parameters: deepCopy(settings.parameters),
			credentials: settings.credentials.references,
		};
		// The workflow fills up the node's parameters in place.
		this.workflow = new Workflow({
			...settings.workflow,
			nodes: [this.node],
			connections: {},
			active: true,
			nodeTypes: nodeTypes({ [type]: settings.trigger }),
			staticData: copyOf(staticData),
		});
	}

	/** State of the workflow, as it would be stored. */
	get state(): IDataObject {
		return copyOf(this.workflow.staticData);
	}

	/** Whether n8n notices that the state has changed: when a member of it was assigned to. */
	get isChanged(): boolean {
		return (this.workflow.staticData as { __dataChanged?: boolean }).__dataChanged === true;
	}

	/** Runs one of the node's webhook methods. */
	async runHook(name: 'checkExists' | 'create' | 'delete', { mode, activation }: HookMode): Promise<boolean> {
		const { workflow, node, settings } = this;
		const data = this.additionalData();
		const context = new HookContext(workflow, node, data, mode, activation, this.webhookData());
		return await settings.trigger.webhookMethods.default[name].call(context);
	}

	/**
	 * Runs what the node does while the workflow is active, if it does anything.
	 * @param emit what n8n does when the node starts the workflow by itself
	 * @returns what ends that
	 */
	async runTrigger(
		activation: WorkflowActivateMode,
		emit: (data: INodeExecutionData[][]) => void,
	): Promise<() => Promise<void>> {
		const { workflow, node, settings } = this;
		if (!('trigger' in settings.trigger)) return async () => undefined;
		const data = this.additionalData();
		const context = new TriggerContext(workflow, node, data, 'trigger', activation, emit);
		const { closeFunction } = await settings.trigger.trigger.call(context);
		return async () => await closeFunction?.();
	}

	/**
	 * Reads the body as n8n does, if it does, and hands the call to the node, which may answer itself.
	 * @throws NotParsed when a body that is labelled as JSON is none
	 */
	async receive(request: IncomingMessage, response: ServerResponse): Promise<IWebhookResponseData> {
		const httpRequest: ReadableRequest = Object.assign(request, {
			originalUrl: request.url,
			query: queryOf(request.url ?? ''),
			readRawBody: async () => {
				if (httpRequest.rawBody !== undefined) return;
				if (!request.readable) throw new Error('Request body stream was aborted or is not readable');
				httpRequest.rawBody = await buffer(request);
			},
		});
		await readBefore(httpRequest);
		const context = new WebhookContext(
			this.workflow,
			this.node,
			{ ...this.additionalData(), httpRequest, httpResponse: response },
			this.isTest ? 'manual' : 'webhook',
			this.webhookData(),
			[],
			null,
		);
		return await this.settings.trigger.webhook.call(context);
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		const { credentials, baseUrl } = this.settings;
		return {
			...additionalDataFor(this.node, credentials),
			webhookBaseUrl: `${baseUrl}/webhook`,
			webhookTestBaseUrl: `${baseUrl}/webhook-test`,
		};
	}

	private webhookData(): IWebhookData {
		return {
			httpMethod: 'POST',
			node: this.node.name,
			path: 'webhook',
			isTest: this.isTest,
			webhookDescription: this.settings.trigger.description.webhooks?.[0],
			workflowId: this.workflow.id,
		} as IWebhookData;
	}
}

/** What n8n's web server adds to a request. */
interface ReadableRequest extends Omit<IncomingMessage, 'rawBody'> {
	rawBody?: Buffer;
	readRawBody(): Promise<void>;
}

/** What n8n answers with 422, before it calls a node. */
export class NotParsed extends Error {}

/** Types of bodies that n8n parses before a node of a version later than 1 is called; others it leaves unread. */
const PARSED_BY_N8N = /^(application\/json|text\/plain|application\/x-www-form-urlencoded)|[/+]xml$/;

/** Does what n8n does with a body before the node is called: `parseRequestBody` in its `webhook-helpers`. */
async function readBefore(request: ReadableRequest): Promise<void> {
	const [type = ''] = (request.headers['content-type'] ?? '').split(';');
	// Parsed to files that go with the request; nobody can read it again.
	if (type === 'multipart/form-data') await buffer(request);
	if (!PARSED_BY_N8N.test(type)) return;
	await request.readRawBody();
	if (type !== 'application/json' || !request.rawBody?.length) return;
	try {
		JSON.parse(request.rawBody.toString());
	} catch (cause) {
		throw new NotParsed('Failed to parse request body', { cause });
	}
}

/** Where Phrase calls, while the workflow is active or while n8n listens for a test event. */
export function webhookUrlOf(
	settings: Pick<TriggerSettings, 'webhookId' | 'baseUrl'>,
	{ isTest }: { isTest: boolean },
): string {
	return `${settings.baseUrl}/${isTest ? 'webhook-test' : 'webhook'}/${settings.webhookId}/webhook`;
}

/** As it comes back from the database. */
function copyOf(staticData: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(staticData)) as IDataObject;
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
