import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	ensureN8n,
	installNodes,
	N8nClient,
	N8nServer,
	N8nSession,
	type N8nServerOptions,
} from '../../../n8n';
import { sharedN8n } from './sharedN8n';

/** An n8n of its own for one test file, which can stop it, or set it up in its own way. */
export class OwnN8n {
	private server: N8nServer | undefined;

	private constructor(
		private readonly folder: string,
		private options: N8nServerOptions,
	) {}

	/**
	 * Starts it, with the packed nodes and an owner.
	 *
	 * @param name tells its log from others
	 * @param env further environment variables
	 */
	static async start(
		name: string,
		env: Record<string, string> = {},
	): Promise<{ own: OwnN8n; n8n: N8nClient }> {
		const folder = await mkdtemp(join(tmpdir(), `n8n-nodes-phrase-${name}-`));
		const own = new OwnN8n(folder, {
			installation: await ensureN8n(process.env.N8N_VERSION, () => undefined),
			userFolder: join(folder, 'user'),
			logFile: sharedN8n().logFile.replace(/\.log$/, `-${name}.log`),
			env,
		});
		try {
			await installNodes(sharedN8n().tarball, own.options.userFolder, () => undefined);
			const url = await own.run();
			own.options = { ...own.options, port: Number(new URL(url).port) };
			const session = N8nSession.at(url);
			await session.setUpOwner();
			return { own, n8n: new N8nClient(session) };
		} catch (error) {
			await own.remove();
			throw error;
		}
	}

	/**
	 * Starts the process, on the port that it had before.
	 *
	 * @returns where it listens, without a slash at the end
	 */
	async run(): Promise<string> {
		this.server = await N8nServer.start(this.options);
		return this.server.url;
	}

	/** Stops the process, as a user does. */
	async stop(): Promise<void> {
		await this.server?.stop();
	}

	/** Ends the process as a crash does. */
	async kill(): Promise<void> {
		await this.server?.kill();
	}

	/** Stops the process and removes everything it stored. */
	async remove(): Promise<void> {
		await this.stop();
		await rm(this.folder, { recursive: true, force: true });
	}
}
