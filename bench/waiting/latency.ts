import { medianOf } from '../harness/figures';
import type { Comparison, Limit, Measured } from '../harness/result';
import { comparisonOf, type Run, type Runs } from '../harness/rounds';
import { startSandbox, type Sandbox } from '../../sandbox';
import { waitingWorkflow, WAIT } from '../../n8n/workflows/waitingWorkflow';
import { MANUAL_TRIGGER, type N8nClient, type StoredCredential, withN8n } from '../../n8n';

const MODES = ['polling', 'callback'] as const;

type Mode = (typeof MODES)[number];

/** What is measured: how long an export takes, how many there are in a run, and how many runs. */
const CASES = [
	{ exportMs: 500, exports: 1, rounds: 5 },
	{ exportMs: 5_000, exports: 1, rounds: 5 },
	{ exportMs: 60_000, exports: 1, rounds: 2 },
	{ exportMs: 60_000, exports: 20, rounds: 1 },
] as const;

/** The most that a callback may take beyond what n8n itself takes to resume, ms. */
const CALLBACK_LIMIT_MS = 500;

/**
 * Lets executions of a real n8n wait for exports of several lengths, by polling and by callback: how long after the end
 * of the (last) export the next node begins to download, and how often the state was asked for.
 */
export async function measureLatency(): Promise<Measured> {
	return await withN8n({}, async (client) => {
		const comparisons: Comparison[] = [];
		for (const { exportMs, exports, rounds } of CASES) {
			const name = `${exports} × ${exportMs / 1000} s in a real n8n, until the next node`;
			const runs: Runs = Object.fromEntries(MODES.map((mode) => [nameOf(mode), []]));
			await Promise.all(
				MODES.map(async (mode) => {
					for (let round = 0; round < rounds; round++)
						runs[nameOf(mode)]?.push(await run(client, { mode, exportMs, exports }));
				}),
			);
			const comparison = comparisonOf({ name, unit: 'ms' }, runs);
			for (const { contender, samples } of comparison.rows)
				console.log(`  ${name}, ${contender}, ms: ${samples.join(', ')}`);
			comparisons.push(comparison);
		}
		const limits = comparisons
			.filter(({ name }) => name.startsWith('1 ×'))
			.map((comparison): Limit => ({
				what: `${comparison.name}, by callback`,
				measured: medianOf(comparison, nameOf('callback')),
				unit: 'ms',
				atMost: CALLBACK_LIMIT_MS,
			}));
		return { comparisons, limits };
	});
}

function nameOf(mode: Mode): string {
	return `Phrase TMS, ${mode}`;
}

/** One execution against a Phrase of its own. */
async function run(
	client: N8nClient,
	{ mode, exportMs, exports }: { mode: Mode; exportMs: number; exports: number },
): Promise<Run> {
	const sandbox = await startSandbox({ times: { exportMs } });
	try {
		const { phraseTmsApi } = sandbox.credentials;
		const credential = await client.createCredential(
			`Phrase at ${sandbox.url}`,
			'phraseTmsApi',
			phraseTmsApi,
		);
		return await measured(client, sandbox, { credential, mode, exports });
	} finally {
		await sandbox.close();
	}
}

async function measured(
	client: N8nClient,
	sandbox: Sandbox,
	{ credential, mode, exports }: { credential: StoredCredential; mode: Mode; exports: number },
): Promise<Run> {
	const workflow = waitingWorkflow(credential, sandbox.createJobs({ count: exports }), {
		[WAIT]: { parameters: { mode } },
	});
	const execution = await client.runToEnd(await client.createWorkflow(workflow), MANUAL_TRIGGER);
	if (execution.error !== undefined) throw new Error(execution.summary());
	const ends = execution.items(WAIT).map(({ json }) => endOf(json.asyncResponse));
	const requests = sandbox.requests();
	const download = requests.find(({ path }) => path.includes('/downloadTargetFile/'));
	// The collecting node confirms the state of each export once more, which is not part of the wait.
	const looks = requests.filter(({ path }) => isStateLook(path)).length - exports;
	if (download === undefined) throw new Error('Nothing was downloaded');
	return { sample: Date.parse(download.at) - Math.max(...ends), facts: { 'status requests': looks } };
}

function isStateLook(path: string): boolean {
	return /\/api2\/v1\/async(\/\d+)?$/.test(path);
}

function endOf(asyncResponse: unknown): number {
	const { dateCreated } = asyncResponse as { dateCreated: string };
	return Date.parse(dateCreated);
}
