import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeExecutionData, INodeParameters, WorkflowActivateMode } from 'n8n-workflow';
import { PhraseTmsTrigger } from '../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';
import type { Sandbox } from '../../sandbox';
import { CredentialStore } from '../../n8n/inProcess';
import {
	LoadedTrigger,
	NotParsed,
	webhookUrlOf,
	type AnyTrigger,
	type HookMode,
	type TriggerSettings,
} from './loadedTrigger';

/** What n8n's processes share. */
export interface Database {
	/** State of the workflow. */
	staticData: IDataObject;
}

export interface TriggerSetup extends Partial<Omit<TriggerSettings, 'credentials'>> {
	/** Decrypted data by credential type. */
	credentials?: Record<string, object>;
	/** Phrase TMS Trigger by default. */
	trigger?: AnyTrigger;
	/** An empty one of its own by default. */
	database?: Database;
}

/** Tells workflows and nodes apart: a process remembers what each node has taken. */
let setups = 0;

const REMOVING: HookMode = { mode: 'internal', activation: 'update' };

/**
 * A trigger in a workflow of n8n. What n8n's server does around the node is done as there (n8n 2.41,
 * `WebhookTriggerRegistrar`, `LiveWebhooks`, `TestWebhooks`, `executeWebhook`). That is: when it calls which
 * method in which mode, what it makes of the result, and when it saves the node's state.
 */
export class TriggerInN8n implements TriggerSettings {
	readonly trigger: AnyTrigger;
	workflow: { id: string; name: string };
	node: { id: string; name: string };
	parameters: INodeParameters;
	webhookId: string;
	baseUrl: string;
	readonly credentials: CredentialStore;
	readonly database: Database;

	/** What the node gave to each execution that it started. */
	readonly executions: INodeExecutionData[][] = [];

	/** What callers saw as 500, and what kept n8n from ending a test. */
	readonly thrown: unknown[] = [];

	/** How many calls have ended without an answer. */
	unanswered = 0;

	/** What it takes to start an execution; when it throws, n8n could not start it and answers 500. */
	starting: () => Promise<void> = async () => undefined;

	/** State of the workflow while n8n listens for a test event; undefined when it does not. */
	listening: IDataObject | undefined;

	/**
	 * Whether a test is over with its first event. Of several main processes of n8n, the one that has the editor open
	 * ends it, and others take what comes before that.
	 */
	endsTests = true;

	/** Whether n8n starts a node before it registers the webhook, as n8n 2.41 does. */
	startsFirst = false;

	/** Whether n8n does not take calls at the moment. */
	isDown = false;

	/** Whether n8n takes calls, but its answers do not arrive. */
	hangsUp = false;

	private server: Server | undefined;

	/** Ends what the node does while the workflow is active. */
	private end: () => Promise<void> = async () => undefined;

	/** Each is another node of another workflow by default. All of a test file are in one process of n8n. */
	constructor(setup: TriggerSetup = {}) {
		const number = ++setups;
		this.trigger = setup.trigger ?? new PhraseTmsTrigger();
		this.workflow = { id: `workflow-${number}`, name: 'Workflow', ...setup.workflow };
		this.node = { id: `node-${number}`, name: String(this.trigger.description.defaults.name), ...setup.node };
		this.parameters = setup.parameters ?? {};
		this.webhookId = setup.webhookId ?? `${this.node.id}-webhook`;
		this.baseUrl = setup.baseUrl ?? 'https://n8n.example.com';
		this.credentials = new CredentialStore(setup.credentials);
		this.database = setup.database ?? { staticData: {} };
	}

	/** Where Phrase calls when the workflow is active. */
	get url(): string {
		return webhookUrlOf(this, { isTest: false });
	}

	/** Where Phrase calls while n8n listens for a test event. */
	get testUrl(): string {
		return webhookUrlOf(this, { isTest: true });
	}

	/** JSON of all items, of all executions. */
	items(): IDataObject[] {
		return this.executions.flat().map(({ json }) => json);
	}

	/**
	 * Activates the workflow, or starts n8n with the active workflow (`init`). When the node cannot be registered, n8n
	 * removes it again and throws.
	 * @returns whether the node says that it is registered
	 */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<boolean> {
		const loaded = this.load();
		const start = async () => {
			this.end = await loaded.runTrigger(activation, (data) => {
				this.save(loaded);
				this.executions.push(...data);
			});
		};
		try {
			await this.end();
			if (this.startsFirst) await start();
			const isRegistered = await register(loaded, { mode: 'trigger', activation });
			if (!this.startsFirst) await start();
			this.save(loaded);
			return isRegistered;
		} catch (error) {
			await this.deactivate().catch(() => undefined);
			throw error;
		}
	}

	async deactivate(): Promise<void> {
		await this.end();
		const loaded = this.load();
		await loaded.runHook('delete', REMOVING);
		this.save(loaded);
	}

	/** Listens for a test event, from a state without anything in it. */
	async listen(): Promise<void> {
		this.listening = {};
		const loaded = this.loadTest();
		try {
			await register(loaded, { mode: 'manual', activation: 'manual' });
			this.listening = loaded.state;
		} catch (error) {
			await this.stopListening(loaded).catch(() => undefined);
			throw error;
		}
	}

	/** What n8n does after the first test event, and when none has come for two minutes. */
	async stopListening(loaded = this.loadTest()): Promise<void> {
		this.listening = undefined;
		await loaded.runHook('delete', REMOVING);
	}

	/** Takes calls from now on, at an address of its own. */
	async serve(): Promise<void> {
		const server = createServer((request, response) => {
			response.on('close', () => {
				if (!response.writableFinished) this.unanswered++;
			});
			this.answer(request, response).catch((error: unknown) => {
				const isBodyAtFault = error instanceof NotParsed;
				if (!isBodyAtFault) this.thrown.push(error);
				if (!response.headersSent) response.writeHead(isBodyAtFault ? 422 : 500).end();
			});
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
		const { pathname } = new URL(request.url ?? '', this.baseUrl);
		const isTest = this.listening !== undefined && pathname === new URL(this.testUrl).pathname;
		if (this.isDown) {
			response.destroy();
		} else if (isTest || pathname === new URL(this.url).pathname) {
			await this.take(isTest, request, response);
		} else {
			response.writeHead(404).end();
		}
	}

	/**
	 * Takes a call: each gets the workflow fresh from the database. The state is saved once the execution was started,
	 * as a whole, and also when none is to be started. That of a test is not saved, but kept as long as n8n listens.
	 */
	private async take(isTest: boolean, request: IncomingMessage, response: ServerResponse): Promise<void> {
		const loaded = isTest ? this.loadTest() : this.load();
		const { workflowData, noWebhookResponse } = await loaded.receive(request, response);
		if (workflowData !== undefined) {
			await this.starting();
			this.executions.push(...workflowData);
		}
		if (!isTest) this.save(loaded);
		if (this.hangsUp) response.destroy();
		if (noWebhookResponse !== true) response.writeHead(200).end('{}');
		if (!isTest || workflowData === undefined) return;
		if (this.endsTests) await this.stopListening(loaded);
		else this.listening = loaded.state;
	}

	private load(): LoadedTrigger {
		return new LoadedTrigger(this, this.database.staticData, false);
	}

	private loadTest(): LoadedTrigger {
		return new LoadedTrigger(this, this.listening ?? {}, true);
	}

	/** n8n writes all of a workflow's state, when some of it has changed. */
	private save(loaded: LoadedTrigger): void {
		if (loaded.isChanged) this.database.staticData = loaded.state;
	}
}

/** Registers the node, unless it says that it is. */
async function register(loaded: LoadedTrigger, mode: HookMode): Promise<boolean> {
	return (await loaded.runHook('checkExists', mode)) || (await loaded.runHook('create', mode));
}

/** A Phrase TMS Trigger that is signed in to the sandbox. */
export function triggerFor(sandbox: Sandbox, { parameters, ...setup }: TriggerSetup = {}): TriggerInN8n {
	return new TriggerInN8n({
		credentials: credentialsOf(sandbox),
		parameters: onEvents(['JOB_STATUS_CHANGED'], parameters),
		...setup,
	});
}

/** What a Phrase TMS Trigger signs in to the sandbox with. */
export function credentialsOf(sandbox: Sandbox): Record<string, object> {
	return { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } };
}

/**
 * Parameters of a Phrase TMS Trigger.
 * @param more others, or others instead
 */
export function onEvents(events: string[], more: INodeParameters = {}): INodeParameters {
	return { authentication: 'phraseTmsApi', events, ...more };
}
