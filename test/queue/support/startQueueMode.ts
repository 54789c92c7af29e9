import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureN8n, installNodes, linesOf, N8nClient, N8nSession, QueueMode } from '../../../n8n';
import { packedNodes } from './packedNodes';

/** Logs stay after the run. */
const REPORTS = resolve(__dirname, '..', '..', '..', 'reports', 'queue');

/** A whole n8n in queue mode for one test file. */
export interface StartedQueueMode {
	queueMode: QueueMode;
	/** Signed in as the owner. */
	n8n: N8nClient;
	/** Stops it and removes everything it stored. */
	stop: () => Promise<void>;
}

/**
 * Starts an n8n in queue mode with the packed nodes.
 *
 * @param name of the folder for its logs
 * @param env further environment variables of all its processes
 */
export async function startQueueMode(
	name: string,
	env: Record<string, string> = {},
): Promise<StartedQueueMode> {
	const report = linesOf((line) => process.stderr.write(`${line}\n`));
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-queue-'));
	const logFolder = join(REPORTS, name);
	const userFolder = join(folder, 'user');
	let queueMode: QueueMode | undefined;
	const stop = async () => {
		await queueMode?.stop();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await rm(logFolder, { recursive: true, force: true });
		const installation = await ensureN8n(process.env.N8N_VERSION, report);
		await installNodes(packedNodes(), userFolder, report);
		queueMode = await QueueMode.start({ installation, userFolder, logFolder, env, report });
		const session = N8nSession.at(queueMode.url);
		await session.setUpOwner();
		return { queueMode, n8n: new N8nClient(session), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
