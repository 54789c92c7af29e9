import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
	ensureN8n,
	installNodes,
	linesOf,
	N8nServer,
	N8nSession,
	packNodes,
	prepareDatabase,
} from '../../n8n';
import { shareN8n, type StartedN8n } from './support/sharedN8n';

/** Stays after the run. */
const LOG_FILE = resolve(__dirname, '..', '..', 'reports', 'e2e-n8n.log');

declare global {
	/** Handed from the set-up to the tear-down, which run in the same process. */
	var startedN8n: StartedN8n | undefined;
}

/** Starts one n8n for all tests, with the nodes installed in it as users install them. */
export default async function globalSetup(): Promise<void> {
	// Without this, a signal would end the run and leave n8n behind.
	process.once('SIGINT', () => process.exit(130));
	process.once('SIGTERM', () => process.exit(143));

	const report = linesOf((line) => process.stderr.write(`${line}\n`));
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-e2e-'));
	const installation = await ensureN8n(process.env.N8N_VERSION, report);
	const userFolder = join(folder, 'user');
	const [tarball] = await Promise.all([packNodes(folder, report), prepareDatabase(installation, userFolder)]);
	await installNodes(tarball, userFolder, report);
	await rm(LOG_FILE, { force: true });
	const server = await N8nServer.start({
		installation,
		userFolder,
		logFile: LOG_FILE,
		env: { N8N_LOG_LEVEL: 'debug' },
		report,
	});
	globalThis.startedN8n = { server, folder };
	const session = N8nSession.at(server.url);
	await session.setUpOwner();
	shareN8n({ url: server.url, logFile: LOG_FILE, session: session.state, tarball });
}
