import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n, installNodes, linesOf, N8nClient, N8nServer, N8nSession, packNodes } from '../n8n';

/**
 * Does something with a fresh n8n in which the packed nodes are installed, and removes it afterwards.
 * @param env further environment variables of n8n
 * @param use gets a client that is signed in, and where n8n listens, without a slash at the end
 */
export async function withN8n<T>(
	env: Record<string, string>,
	use: (client: N8nClient, url: string) => Promise<T>,
): Promise<T> {
	const report = linesOf((line) => process.stderr.write(`${line}\n`));
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-bench-'));
	let server: N8nServer | undefined;
	try {
		const userFolder = join(folder, 'user');
		await installNodes(await packNodes(folder, report), userFolder, report);
		server = await N8nServer.start({
			installation: await ensureN8n(process.env.N8N_VERSION, report),
			userFolder,
			logFile: join(folder, 'n8n.log'),
			env,
			report,
		});
		const session = N8nSession.at(server.url);
		await session.setUpOwner();
		return await use(new N8nClient(session), server.url);
	} finally {
		await server?.stop();
		await rm(folder, { recursive: true, force: true });
	}
}
