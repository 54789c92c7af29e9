import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { n8nEnvironment } from './environment';
import type { N8nInstallation } from './install';
import { freePorts } from './ports';
import { adopt, stopGroup } from './processGroup';
import { elapsed, type Report } from './progress';
import { tail } from './runCommand';
import { until } from './until';

/** Milliseconds that a cold start may take on a slow machine. */
const START_DEADLINE_MS = 300_000;

/** Milliseconds that n8n gets to finish what it is doing before it is killed. */
const STOP_PATIENCE_MS = 10_000;

/** The main process says that it is ready when its database is, some time before it takes requests of the editor. */
const SIGNS_OF_READINESS = {
	start: ['/healthz/readiness', '/rest/settings'],
	worker: ['/healthz/readiness'],
	webhook: ['/healthz/readiness'],
};

export interface N8nServerOptions {
	installation: N8nInstallation;
	/** Data folder (N8N_USER_FOLDER): database, files, installed community nodes. Processes of one n8n share it. */
	userFolder: string;
	/** File that gets the log; added to when it exists. */
	logFile: string;
	/** What to start: the main process (default), a worker or a webhook processor of queue mode. */
	command?: 'start' | 'worker' | 'webhook';
	/** Port to listen on; a free one when it is left out. */
	port?: number;
	/** Further environment variables: database, Redis, encryption key, … */
	env?: Record<string, string>;
	report?: Report;
}

/** A running n8n process on ports of its own, of the loopback interface. */
export class N8nServer {
	private constructor(
		/** Where it listens, without a slash at the end: the editor, its REST interface and webhooks, or a worker's health check. */
		readonly url: string,
		readonly logFile: string,
		private readonly child: ChildProcess,
		/** Paths that answer with a success once the process is ready for work. */
		private readonly signsOfReadiness: readonly string[],
	) {}

	/**
	 * Starts a process and waits until it is ready for work.
	 *
	 * @throws Error with the end of the log and its path, when n8n ends or is not ready in time; it is stopped then
	 */
	static async start(options: N8nServerOptions): Promise<N8nServer> {
		const { installation, userFolder, logFile, command = 'start' } = options;
		const [freePort, brokerPort] = await freePorts(2);
		const port = options.port ?? freePort;
		const url = `http://127.0.0.1:${port}`;
		const env = n8nEnvironment(installation.node, userFolder, {
			N8N_RUNNERS_BROKER_PORT: String(brokerPort),
			...(command === 'worker'
				? { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) }
				: { N8N_PORT: String(port), WEBHOOK_URL: `${url}/` }),
			...options.env,
		});

		await mkdir(userFolder, { recursive: true });
		await mkdir(dirname(logFile), { recursive: true });
		const log = createWriteStream(logFile, { flags: 'a' });
		await once(log, 'open');
		const child = spawn(installation.node, [installation.script, command], {
			cwd: userFolder,
			env,
			detached: true,
			stdio: ['ignore', log, log],
		});
		adopt(child);
		log.end();

		const server = new N8nServer(url, logFile, child, SIGNS_OF_READINESS[command]);
		try {
			await elapsed(`starting n8n ${installation.version}`, options.report ?? (() => undefined), async () => {
				await until('n8n is ready', START_DEADLINE_MS, async () => await server.ready());
			});
			return server;
		} catch (error) {
			await server.stop();
			const reason = error instanceof Error ? error.message : String(error);
			throw new Error(`n8n did not start: ${reason}\n${await tail(logFile)}\nFull log: ${logFile}`);
		}
	}

	/** Stops the process and everything it started; does nothing when it has stopped already. */
	async stop(): Promise<void> {
		await stopGroup(this.child, STOP_PATIENCE_MS);
	}

	/** Ends the process and everything it started as a crash does. */
	async kill(): Promise<void> {
		await stopGroup(this.child, 0);
	}

	private async ready(): Promise<true | undefined> {
		const { exitCode, signalCode } = this.child;
		if (exitCode !== null || signalCode !== null) throw new Error(`it ended with ${signalCode ?? exitCode}`);
		for (const path of this.signsOfReadiness) {
			if (!(await answersWell(`${this.url}${path}`))) return undefined;
		}
		return true;
	}
}

async function answersWell(url: string): Promise<boolean> {
	try {
		const response = await fetch(url);
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false; // not listening yet
	}
}
