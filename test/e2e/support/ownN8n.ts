import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	ensureN8n,
	installedNodes,
	installNodes,
	N8nClient,
	N8nServer,
	N8nSession,
	type N8nServerOptions,
} from '../../../n8n';
import { npm } from '../../../n8n/npm';
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

	/**
	 * Installs the nodes as another version, over those that are there, while the process does not run.
	 * @param version what that version calls itself
	 */
	async upgrade(version: string): Promise<void> {
		const folder = await mkdtemp(join(this.folder, 'upgrade-'));
		await installNodes(sharedN8n().tarball, folder, () => undefined);
		const installed = installedNodes(folder);
		const manifest = join(installed, 'package.json');
		const content = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>;
		await writeFile(manifest, JSON.stringify({ ...content, version }));
		const options = { cwd: installed, logFile: join(folder, 'pack.log') };
		await npm(['pack', '--ignore-scripts', '--pack-destination', folder], options);
		const tarball = join(folder, `${content.name as string}-${version}.tgz`);
		await installNodes(tarball, this.options.userFolder, () => undefined);
	}

	/** The version of the nodes that are installed. */
	async nodesVersion(): Promise<string> {
		const manifest = join(installedNodes(this.options.userFolder), 'package.json');
		return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
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
