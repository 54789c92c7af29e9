import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n, linesOf, packNodes, requireServices } from '../../n8n';
import { sharePackedNodes } from './support/packedNodes';

declare global {
	/** Handed from the set-up to the tear-down, which run in the same process. */
	var packFolder: string | undefined;
}

/** Makes sure that everything is there before the first test begins, and packs the nodes once for all tests. */
export default async function globalSetup(): Promise<void> {
	// Without this, a signal would end the run and leave n8n behind.
	process.once('SIGINT', () => process.exit(130));
	process.once('SIGTERM', () => process.exit(143));

	const report = linesOf((line) => process.stderr.write(`${line}\n`));
	await requireServices();
	await ensureN8n(process.env.N8N_VERSION, report);
	globalThis.packFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-pack-'));
	sharePackedNodes(await packNodes(globalThis.packFolder, report));
}
