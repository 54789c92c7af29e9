import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from '../harness/benchmark';
import { medianOf } from '../harness/figures';
import type { Comparison, Measured } from '../harness/result';
import { takeTurns } from '../harness/rounds';
import { ensureN8n, installedNodes, installNodes, linesOf, packNodes } from '../../n8n';

const ROUNDS = 15;

/** Nodes of n8n itself, to compare with. */
const PEERS = { Airtable: 'Airtable/Airtable.node.js', GitHub: 'Github/Github.node.js' };

const PACKAGE = 'n8n-nodes-phrase, as n8n starts';

/** The most that the package may cost an n8n that starts, ms. */
const LIMIT_MS = 60;

/** B9: what the package costs each n8n process when it starts. */
export const start: Benchmark = {
	id: 'b9',
	word: 'start',
	title: 'What the package costs an n8n that starts',
	question:
		'How much processor time do the nodes take in each n8n process, and how large are their descriptions?',
	method:
		'Each measurement is a process of its own with the Node.js and the loaders of n8n; all take turns. It loads the packed and installed ' +
		'package as n8n does (the lists and all credential types), or as if it had no lists, or and then every node; or one node of n8n itself. ' +
		'The time is processor time, after a garbage collection of what n8n had loaded before. Descriptions are what n8n sends to the editor.',
	minutes: 2,
	measure,
};

async function measure(): Promise<Measured> {
	const report = linesOf((line) => process.stderr.write(`${line}\n`));
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-bench-'));
	try {
		await installNodes(await packNodes(folder, report), folder, report);
		const installed = installedNodes(folder);
		const n8n = await ensureN8n(process.env.N8N_VERSION, report);
		// n8n lends its n8n-workflow to the packages in it.
		const env = { ...process.env, NODE_PATH: join(n8n.folder, 'node_modules') };
		const load = (what: string, where: string) => async () => {
			const args = ['--expose-gc', join(__dirname, 'load.mjs'), n8n.folder, what, where];
			return { sample: Number(execFileSync(n8n.node, args, { encoding: 'utf8', env })) };
		};
		const times = await takeTurns(
			{ name: 'Start', unit: 'ms of processor time', rounds: ROUNDS },
			{
				[PACKAGE]: load('package', installed),
				'n8n-nodes-phrase, if n8n had to load every node': load('unlisted', installed),
				'n8n-nodes-phrase, once every node has been used': load('used', installed),
				...Object.fromEntries(
					Object.entries(PEERS).map(([name, file]) => [
						`${name} of n8n`,
						load('node', `n8n-nodes-base/dist/nodes/${file}`),
					]),
				),
			},
		);
		return {
			comparisons: [times, await descriptions(installed)],
			limits: [{ what: PACKAGE, measured: medianOf(times, PACKAGE), unit: 'ms', atMost: LIMIT_MS }],
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** How large the descriptions of the nodes are. */
async function descriptions(installed: string): Promise<Comparison> {
	const types = await readFile(join(installed, 'dist', 'types', 'nodes.json'), 'utf8');
	const nodes = types
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => ({
			size: line.length / 1024,
			...(JSON.parse(line.replace(/,$/, '')) as { displayName: string }),
		}));
	return {
		name: 'Descriptions',
		unit: 'KiB',
		rows: nodes.map(({ displayName, size }) => ({ contender: displayName, samples: [size], facts: {} })),
	};
}
