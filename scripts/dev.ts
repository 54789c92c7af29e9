/**
 * Starts a sandbox and an n8n with the nodes of this clone. When a file of theirs changes, they are built again, and n8n
 * reads them again.
 *
 * Usage: npm run dev
 */
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { watch } from 'gulp';
import {
	duration,
	ensureN8n,
	ReloadedNodes,
	N8nClient,
	N8nServer,
	N8nSession,
	OWNER,
	prepareDatabase,
} from '../n8n';
import { startSandbox } from '../sandbox';
import { createCredentials, Program } from '../stage';

const ROOT = resolve(__dirname, '..');

/** What the nodes are made of. */
const SOURCES = ['core/**', 'nodes/**', 'credentials/**', 'icons/**'];

async function dev(program: Program): Promise<number> {
	const { folder, steps } = program;
	const userFolder = join(folder, 'n8n');
	const nodes = new ReloadedNodes(userFolder, join(folder, 'build.log'));
	const installation = await steps.take('Get n8n', async (report) => await ensureN8n(undefined, report));
	await steps.take('Build the nodes', async () => {
		await Promise.all([nodes.install(), prepareDatabase(installation, userFolder)]);
	});
	const told = await steps.take(
		`Start n8n ${installation.version} and the Phrase sandbox`,
		async (report) => {
			const sandbox = await startSandbox();
			program.cleanup(async () => await sandbox.close());
			const logFile = join(folder, 'n8n.log');
			const env = { N8N_DEV_RELOAD: 'true' };
			const server = await N8nServer.start({ installation, userFolder, logFile, env, report });
			program.cleanup(async () => await server.stop());
			const session = N8nSession.at(server.url);
			await session.setUpOwner();
			await createCredentials(new N8nClient(session), sandbox);
			return [
				`n8n:     ${server.url}  (log in as ${OWNER.email} with the password ${OWNER.password})`,
				`sandbox: ${sandbox.url}  (credentials for it are in n8n)`,
				`log:     ${logFile}`,
			];
		},
	);
	const watcher = watch(SOURCES, { cwd: ROOT }, async () => await update(nodes));
	program.cleanup(async () => await watcher.close());
	await once(watcher, 'ready');
	console.log(
		`\n${told.join('\n')}\n\nChange a file of the nodes, and n8n has it in seconds. Ctrl-C stops all.`,
	);
	return await program.untilStopped(0);
}

/** Gives n8n what has changed, and says so; what cannot be built changes nothing. */
async function update(nodes: ReloadedNodes): Promise<void> {
	const start = Date.now();
	const now = new Date().toLocaleTimeString();
	try {
		await nodes.update();
		console.log(`${now} built in ${duration(Date.now() - start)}, n8n reads the nodes again`);
	} catch (error) {
		console.error(`${now} not built: ${error instanceof Error ? error.message : String(error)}`);
	}
}

void Program.run('dev', dev);
