import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import { PhraseTrigger } from '../../nodes/PhraseTrigger/PhraseTrigger.node';
import type { TriggerState } from '../../nodes/PhraseTrigger/state';
import type { Sandbox } from '../../sandbox';
import { TRIGGER_NAME, serveWebhook, type WebhookServer, type WebhookServerOptions } from './webhookServer';

export const TOKEN = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
export const TEST_TOKEN = '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752';

/** A Phrase Trigger that Phrase knows by `TOKEN`, and by `TEST_TOKEN` while the user tests it. */
export interface EventServer extends WebhookServer {
	/** Delivers an event as Phrase does. */
	deliver(body: unknown, headers?: Record<string, string>): Promise<Answer>;
	/** JSON of all items, of all executions. */
	items(): IDataObject[];
	/** What n8n's database holds for the node. */
	state(): TriggerState;
}

export interface Answer {
	status: number;
	type: string | null;
	text: string;
}

const open: EventServer[] = [];

/**
 * Serves a Phrase Trigger on events.
 * @param trigger the node of another process than this one, see `anotherProcess`
 */
export async function serveEvents(
	parameters: INodeParameters = {},
	options: Omit<WebhookServerOptions, 'parameters'> & { trigger?: INodeType } = {},
): Promise<EventServer> {
	const { trigger = new PhraseTrigger(), database = registered(), ...more } = options;
	const served = await serveWebhook(trigger, {
		parameters: {
			triggerOn: 'webhookEvent',
			authentication: 'phraseTmsApi',
			events: ['JOB_STATUS_CHANGED', 'JOB_CREATED', 'PROJECT_CREATED', 'ANALYSIS_CREATED'],
			...parameters,
		},
		database,
		...more,
	});
	const server: EventServer = Object.assign(served, {
		deliver: async (body: unknown, headers: Record<string, string> = { 'x-memsource-token': TOKEN }) =>
			await post(served.url, body, headers),
		items: () => served.executions.flat().map(({ json }) => json),
		state: () => stateOf(served),
	});
	open.push(server);
	return server;
}

/** Serves a Phrase Trigger that is signed in to the sandbox. */
export async function serveEventsOf(
	sandbox: Sandbox,
	parameters: INodeParameters = {},
	options: Parameters<typeof serveEvents>[1] = {},
): Promise<EventServer> {
	const credentials = { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } };
	return await serveEvents(parameters, { credentials, ...options });
}

/** Closes all that were served. */
export async function closeServers(): Promise<void> {
	await Promise.all(open.splice(0).map(async (server) => await server.close()));
}

/** A database where the node is registered. */
export function registered(): { staticData: IDataObject } {
	const url = 'https://n8n.example.com/webhook/1/webhook';
	const state: TriggerState = {
		registrations: {
			production: { uid: 'W1', url, secretToken: TOKEN },
			test: { uid: 'W2', url: url.replace('webhook', 'webhook-test'), secretToken: TEST_TOKEN },
		},
	};
	return { staticData: { [`node:${TRIGGER_NAME}`]: state } };
}

function stateOf({ database }: WebhookServer): TriggerState {
	return (database.staticData[`node:${TRIGGER_NAME}`] ?? {}) as TriggerState;
}

/** A Phrase Trigger that shares no memory with others, as after a restart of n8n, or in another process of it. */
export function anotherProcess(): INodeType {
	const isolated: INodeType[] = [];
	jest.isolateModules(() => {
		const path = '../../nodes/PhraseTrigger/PhraseTrigger.node';
		const module = jest.requireActual<{ PhraseTrigger: typeof PhraseTrigger }>(path);
		isolated.push(new module.PhraseTrigger());
	});
	const [trigger] = isolated;
	if (trigger === undefined) throw new Error('The node was not loaded');
	return trigger;
}

/** Posts a body: JSON of an object, and text, bytes and streams as they are. */
export async function post(
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const isRaw = typeof body === 'string' || Buffer.isBuffer(body) || body instanceof ReadableStream;
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: isRaw ? body : JSON.stringify(body),
		duplex: 'half',
	});
	return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
