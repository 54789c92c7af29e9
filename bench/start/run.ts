import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n, installNodes, linesOf, packNodes } from '../../n8n';

const ROUNDS = 15;

/** Nodes of n8n itself, to compare with. */
const PEERS = { Airtable: 'Airtable/Airtable.node.js', GitHub: 'Github/Github.node.js' };

/**
 * Measures what the package costs each n8n process when it starts, in processor time, beside single nodes of n8n. Each
 * measurement is a process of its own; all take turns.
 */
export async function measureStart(): Promise<void> {
	const report = linesOf((line) => process.stderr.write(`${line}\n`));
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-bench-'));
	try {
		await installNodes(await packNodes(folder, report), folder, report);
		const installed = join(folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-phrase');
		const n8n = await ensureN8n(process.env.N8N_VERSION, report);
		const contenders: Record<string, [what: string, where: string]> = {
			'the package, as n8n starts': ['package', installed],
			'the package, if n8n had to load every node': ['unlisted', installed],
			'the package, once every node has been used': ['used', installed],
		};
		for (const [name, file] of Object.entries(PEERS)) {
			contenders[`${name} of n8n`] = ['node', `n8n-nodes-base/dist/nodes/${file}`];
		}

		// n8n lends its n8n-workflow to the packages in it.
		const env = { ...process.env, NODE_PATH: join(n8n.folder, 'node_modules') };
		const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, [] as number[]]));
		for (let round = 0; round <= ROUNDS; round++) {
			for (const [name, [what, where]] of Object.entries(contenders)) {
				const args = [join(__dirname, 'load.mjs'), n8n.folder, what, where];
				const ms = Number(execFileSync(n8n.node, args, { encoding: 'utf8', env }));
				// The first round fills the caches of the disk.
				if (round > 0) times[name]?.push(ms);
			}
		}
		for (const [name, measured] of Object.entries(times)) console.log(`${name}: ${inWords(measured)}`);
		const types = await readFile(join(installed, 'dist', 'types', 'nodes.json'), 'utf8');
		for (const line of types.split('\n').filter((text) => text.startsWith('{'))) {
			const { displayName } = JSON.parse(line.replace(/,$/, '')) as { displayName: string };
			console.log(`description of ${displayName}: ${Math.round(line.length / 1024)} KB`);
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function inWords(measured: number[]): string {
	const sorted = [...measured].sort((a, b) => a - b);
	const [least = NaN, middle = NaN, most = NaN] = [0, 0.5, 1].map(
		(part) => sorted[Math.round(part * (sorted.length - 1))],
	);
	return `${middle.toFixed(0)} ms of processor time (${least.toFixed(0)} to ${most.toFixed(0)}, ${measured.length} processes)`;
}
