import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { N8nInstallation } from './install';
import { LoadBalancer, type PassedCall } from './loadBalancer';
import { freePorts } from './ports';
import { elapsed, type Report } from './progress';
import { N8nServer, type N8nServerOptions } from './server';
import { QueueServices, type Queue } from './services';

/** The processes, by what they do: the command that starts each of them. */
const COMMANDS = {
	main: 'start',
	'worker-1': 'worker',
	'worker-2': 'worker',
	'webhook-1': 'webhook',
	'webhook-2': 'webhook',
} as const satisfies Record<string, N8nServerOptions['command']>;

export type QueueModeProcess = keyof typeof COMMANDS;

const PROCESSES = Object.keys(COMMANDS) as QueueModeProcess[];

export interface QueueModeOptions {
	installation: N8nInstallation;
	/** Data folder that all processes share, with the nodes installed in it. */
	userFolder: string;
	/** Existing or new folder for the logs, one per process. */
	logFolder: string;
	/** Further environment variables of all processes. */
	env?: Record<string, string>;
	/** Which processes there are; all unless told otherwise. */
	processes?: readonly QueueModeProcess[];
	report: Report;
}

/**
 * A whole n8n in queue mode: a main process, two workers and two webhook processors, over Redis and PostgreSQL.
 * The webhook processors alone serve production URLs and those that wake executions; a load balancer gives calls to
 * one and the other in turn.
 */
export class QueueMode {
	private readonly servers = new Map<QueueModeProcess, N8nServer>();

	private constructor(
		private readonly options: QueueModeOptions,
		private readonly services: QueueServices,
		private readonly ports: Readonly<Record<QueueModeProcess, number>>,
		private readonly balancer: LoadBalancer,
		private readonly encryptionKey: string,
	) {}

	/**
	 * Starts everything and waits until it is ready for work.
	 *
	 * @throws Error when a service is missing, or a process does not start; nothing stays behind then
	 */
	static async start(options: QueueModeOptions): Promise<QueueMode> {
		const name = `n8n_nodes_phrase_${process.pid}_${randomBytes(4).toString('hex')}`;
		const [main = 0, worker1 = 0, worker2 = 0, webhook1 = 0, webhook2 = 0] = await freePorts(
			PROCESSES.length,
		);
		const ports = {
			main,
			'worker-1': worker1,
			'worker-2': worker2,
			'webhook-1': webhook1,
			'webhook-2': webhook2,
		};
		const services = await QueueServices.create(options.installation, name);
		const { processes = PROCESSES } = options;
		const webhooks = (['webhook-1', 'webhook-2'] as const).filter((webhook) => processes.includes(webhook));
		const balancer = await LoadBalancer.start(webhooks.map((webhook) => ports[webhook]));
		const queueMode = new QueueMode(options, services, ports, balancer, randomBytes(24).toString('hex'));
		const { installation, report } = options;
		try {
			await elapsed(`starting n8n ${installation.version} in queue mode`, report, async () => {
				await queueMode.startProcesses(processes);
			});
			return queueMode;
		} catch (error) {
			await queueMode.stop();
			throw error;
		}
	}

	/** Where the main process serves the editor and its REST interface, without a slash at the end. */
	get url(): string {
		return `http://127.0.0.1:${this.ports.main}`;
	}

	/** Where the load balancer of the webhook processors listens, without a slash at the end. */
	get webhookUrl(): string {
		return this.balancer.url;
	}

	/** The calls that the webhook processors have got, in the order in which they came. */
	get webhookCalls(): readonly PassedCall[] {
		return this.balancer.calls;
	}

	/** What the workers have to do at the moment. */
	async queue(): Promise<Queue> {
		return await this.services.queue();
	}

	/** Starts processes that do not run, on the ports they had before. */
	async startProcesses(names: readonly QueueModeProcess[]): Promise<void> {
		// The main process prepares the database for the others.
		if (names.includes('main')) await this.startProcess('main');
		await Promise.all(
			names.filter((name) => name !== 'main').map(async (name) => await this.startProcess(name)),
		);
	}

	/** Ends processes as a crash does. */
	async killProcesses(names: readonly QueueModeProcess[]): Promise<void> {
		await Promise.all(names.map(async (name) => await this.servers.get(name)?.kill()));
	}

	/** Stops everything and removes what it has stored outside of the data folder. */
	async stop(): Promise<void> {
		await this.balancer.close();
		await Promise.all([...this.servers.values()].map(async (server) => await server.stop()));
		await this.services.remove();
	}

	private async startProcess(name: QueueModeProcess): Promise<void> {
		const { installation, userFolder, logFolder, env } = this.options;
		const server = await N8nServer.start({
			installation,
			userFolder,
			logFile: join(logFolder, `n8n-${name}.log`),
			command: COMMANDS[name],
			port: this.ports[name],
			env: {
				...this.services.env,
				N8N_ENCRYPTION_KEY: this.encryptionKey,
				WEBHOOK_URL: `${this.webhookUrl}/`,
				N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
				// Callbacks of many executions arrive together; n8n's default is two connections.
				DB_POSTGRESDB_POOL_SIZE: '10',
				// Otherwise n8n takes sleeping executions for crashed when it starts again after a crash.
				N8N_EVENTBUS_RECOVERY_MODE: 'simple',
				OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
				...env,
			},
		});
		this.servers.set(name, server);
	}
}
