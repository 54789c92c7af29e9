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

interface Run {
	/** From the end of the last export to the first download, in ms. */
	latencyMs: number;
	/** Requests that asked for the state of exports, by id or by list. */
	looks: number;
}

/**
 * Lets executions of a real n8n wait for exports of several lengths, by polling and by callback. For each it
 * prints how long after the end of the (last) export the next node begins to download. It also prints how
 * often the node asked for the state.
 */
export async function measureWaiting(): Promise<void> {
	await withN8n({}, async (client) => {
		for (const { exportMs, exports, rounds } of CASES) {
			const results = await Promise.all(
				MODES.map(async (mode) => {
					const runs: Run[] = [];
					for (let round = 0; round < rounds; round++) {
						runs.push(await run(client, { mode, exportMs, exports }));
					}
					return `${exports} × ${exportMs / 1000} s by ${mode}: ${summary(runs)}`;
				}),
			);
			console.log(results.join('\n'));
		}
	});
}

function summary(runs: Run[]): string {
	const latency = median(runs.map(({ latencyMs }) => latencyMs));
	const looks = median(runs.map(({ looks: count }) => count));
	return `the next node begins ${latency} ms after the end, ${looks} status requests (medians of ${runs.length})`;
}

function median(values: number[]): number | undefined {
	return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
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
	const looks = requests.filter(({ path }) => isLook(path)).length - exports;
	if (download === undefined) throw new Error('Nothing was downloaded');
	return { latencyMs: Date.parse(download.at) - Math.max(...ends), looks };
}

function isLook(path: string): boolean {
	return /\/api2\/v1\/async(\/\d+)?$/.test(path);
}

function endOf(asyncResponse: unknown): number {
	const { dateCreated } = asyncResponse as { dateCreated: string };
	return Date.parse(dateCreated);
}
