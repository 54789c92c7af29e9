import type { INodeParameters } from 'n8n-workflow';
import type { PhraseTmsTrigger } from '../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';
import type { TriggerState } from '../../nodes/PhraseTmsTrigger/triggerState';
import { tokenDigest } from '../../nodes/PhraseTmsTrigger/registration/secretToken';
import type { Sandbox } from '../../sandbox';
import { credentialsOf, onEvents, TriggerInN8n, type Database, type TriggerSetup } from './triggerInN8n';

export const TOKEN = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
export const TEST_TOKEN = '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752';

/** A Phrase TMS Trigger that takes calls, and that Phrase knows by `TOKEN`, and by `TEST_TOKEN` while the user tests it. */
export class EventServer extends TriggerInN8n {
	/** Delivers an event as Phrase does. */
	async deliver(
		body: unknown,
		headers: Record<string, string> = { 'x-memsource-token': TOKEN },
	): Promise<Answer> {
		return await post(this.url, body, headers);
	}

	/** Delivers an event while the user tests. */
	async deliverTest(body: unknown, token = TEST_TOKEN): Promise<Answer> {
		return await post(this.testUrl, body, { 'x-memsource-token': token });
	}

	/** What n8n's database holds for the node. */
	state(): TriggerState {
		return stateIn(this.database);
	}

	/** What n8n keeps for the node while the user tests. */
	testState(): TriggerState {
		return stateIn({ staticData: this.listening ?? {} });
	}
}

export interface Answer {
	status: number;
	type: string | null;
	text: string;
}

const open: EventServer[] = [];

/** Serves a Phrase TMS Trigger on events. */
export async function serveEvents(
	parameters: INodeParameters = {},
	setup: Omit<TriggerSetup, 'parameters'> = {},
): Promise<EventServer> {
	const events = ['JOB_STATUS_CHANGED', 'JOB_CREATED', 'PROJECT_CREATED', 'ANALYSIS_CREATED'];
	const server = new EventServer({
		parameters: onEvents(events, parameters),
		database: registered(),
		...setup,
	});
	open.push(server);
	await server.serve();
	return server;
}

/** Serves a Phrase TMS Trigger that is signed in to the sandbox. */
export async function serveEventsOf(
	sandbox: Sandbox,
	parameters: INodeParameters = {},
	setup: Omit<TriggerSetup, 'parameters'> = {},
): Promise<EventServer> {
	return await serveEvents(parameters, { credentials: credentialsOf(sandbox), ...setup });
}

/** Serves a Phrase TMS Trigger that the user tests, however many events come. */
export async function serveTest(
	parameters: INodeParameters = {},
	setup: TriggerSetup = {},
): Promise<EventServer> {
	const server = await serveEvents(parameters, setup);
	server.listening = registered().staticData;
	server.endsTests = false;
	return server;
}

/** Closes all that were served. */
export async function closeServers(): Promise<void> {
	await Promise.all(open.splice(0).map(async (server) => await server.close()));
}

/** A database where the node is registered. */
export function registered(): Database {
	const url = 'https://n8n.example.com/webhook/1/webhook';
	const state: TriggerState = {
		registrations: {
			production: { uid: 'W1', url, tokenDigest: tokenDigest(TOKEN) },
			test: {
				uid: 'W2',
				url: url.replace('webhook', 'webhook-test'),
				tokenDigest: tokenDigest(TEST_TOKEN),
			},
		},
	};
	return { staticData: { [NODE_KEY]: state } };
}

/** Where n8n keeps the state of the node. */
export const NODE_KEY = 'node:Phrase TMS Trigger';

function stateIn({ staticData }: Database): TriggerState {
	return (staticData[NODE_KEY] ?? {}) as TriggerState;
}

/** The same node in another process of n8n, or after a restart: it shares the database, but no memory. */
export function inAnotherProcess({
	workflow,
	node,
	database,
}: Pick<TriggerInN8n, 'workflow' | 'node' | 'database'>): Pick<
	TriggerSetup,
	'trigger' | 'workflow' | 'node' | 'database'
> {
	return { trigger: isolatedTrigger(), workflow, node, database };
}

function isolatedTrigger(): PhraseTmsTrigger {
	const isolated: PhraseTmsTrigger[] = [];
	jest.isolateModules(() => {
		const path = '../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';
		const module = jest.requireActual<{ PhraseTmsTrigger: typeof PhraseTmsTrigger }>(path);
		isolated.push(new module.PhraseTmsTrigger());
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
