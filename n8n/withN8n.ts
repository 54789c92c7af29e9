import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nClient } from './client';
import { ensureN8n } from './install';
import { installNodes, packNodes } from './pack';
import { linesOf } from './progress';
import { N8nServer } from './server';
import { N8nSession } from './session';

/**
 * Does something with a fresh n8n in which the packed nodes are installed, and removes it afterwards.
 * @param env further environment variables of n8n
 * @param use gets a client, where n8n listens, without a slash at the end, and the session of the client
 */
export async function withN8n<T>(
	env: Record<string, string>,
	use: (client: N8nClient, url: string, session: N8nSession) => Promise<T>,
): Promise<T> {
	const report = linesOf((line) => process.stderr.write(`${line}\n`));
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-n8n-'));
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
		return await use(new N8nClient(session), server.url, session);
	} finally {
		await server?.stop();
		await rm(folder, { recursive: true, force: true });
	}
}
