// tsx takes a path that ends in `.node` for a native module.
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode } from '../../n8n/inProcess';
import { factOf, medianOf } from '../harness/figures';
import type { Comparison, Limit, Measured } from '../harness/result';
import { comparisonOf, type Run } from '../harness/rounds';
import { isLook } from './looks';

/** How long each export takes in the sandbox, and rounds. */
const CASES = [
	{ exportMs: 500, rounds: 9 },
	{ exportMs: 5_000, rounds: 9 },
	{ exportMs: 60_000, rounds: 9 },
];
const COUNTS = [1, 20];

/** From here on, rounds run side by side, ms. */
const LONG_MS = 60_000;

const LOOKS = 'status requests';
const OURS = 'Phrase TMS, polling';

/**
 * Downloads target files by polling: 1 and 20 at once, of exports of 0.5, 5 and 60 s. Each round has a sandbox of its own;
 * those of 60 s, in which nothing is busy, run side by side.
 */
export async function measurePolling(): Promise<Measured> {
	await round(1, 0);
	const comparisons: Comparison[] = [];
	for (const { exportMs, rounds } of CASES) {
		for (const count of COUNTS) {
			const runs: Run[] = [];
			const one = async (time: number) => void runs.push(await round(count, time));
			const times = around(exportMs, rounds);
			if (exportMs >= LONG_MS) await Promise.all(times.map(one));
			else for (const time of times) await one(time);
			const name = `${count} × ${exportMs / 1000} s, added by polling`;
			console.log(`  ${name}, ms: ${runs.map(({ sample }) => sample.toFixed(0)).join(', ')}`);
			comparisons.push(comparisonOf({ name, unit: 'ms' }, { [OURS]: runs }));
		}
	}
	return { comparisons, limits: limitsOf(comparisons) };
}

/** Times evenly from 10 % less to 10 % more: what a look comes late by depends on when exactly the work has ended. */
function around(ms: number, count: number): number[] {
	return Array.from({ length: count }, (_, index) => Math.round(ms * (0.9 + (0.2 * (index + 0.5)) / count)));
}

function limitsOf(comparisons: readonly Comparison[]): Limit[] {
	return CASES.flatMap(({ exportMs }, at) =>
		COUNTS.flatMap((count, index): Limit[] => {
			const comparison = comparisons[at * COUNTS.length + index];
			if (comparison === undefined || exportMs < 5_000) return [];
			const { name } = comparison;
			const added = (medianOf(comparison, OURS) / exportMs) * 100;
			const looks = factOf(comparison, OURS, LOOKS);
			return [
				{ what: name, measured: added, unit: '% of the time', atMost: 10 },
				...(exportMs >= LONG_MS
					? [{ what: `${name}: ${LOOKS}`, measured: looks, unit: '', atMost: count === 1 ? 30 : 50 }]
					: []),
			];
		}),
	);
}

async function round(count: number, exportMs: number): Promise<Run> {
	const sandbox = await startSandbox({ times: { exportMs } });
	try {
		return await download(sandbox, count, exportMs);
	} finally {
		await sandbox.close();
	}
}

async function download(sandbox: Sandbox, count: number, exportMs: number): Promise<Run> {
	const jobs = sandbox.createJobs({ count });
	const items = jobs.map(({ uid }) => ({ json: { uid } }));
	const before = sandbox.requests().length;
	const begin = performance.now();
	const run = await runNode(new PhraseTms(), {
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'downloadTargetFile',
			projectUid: { __rl: true, mode: 'id', value: sandbox.seed.project.uid },
			jobUid: '={{ $json.uid }}',
		},
		credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } },
		items,
	});
	const ms = performance.now() - begin;
	if (run.items.length !== count) throw new Error(`${run.items.length} of ${count} files arrived`);
	const sent = sandbox.requests().slice(before);
	const looks = sent.filter(({ path }) => isLook(path)).length;
	return { sample: ms - exportMs, facts: { [LOOKS]: looks, requests: sent.length } };
}
