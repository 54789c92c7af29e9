// tsx takes a path that ends in `.node` for a native module.
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode } from '../../n8n/inProcess';

/** How long the measured operations take in the sandbox, in ms. */
const TIMES_MS = [500, 5_000, 60_000];
/** Rounds of each time; what is added to a short operation varies most. */
const ROUNDS: Record<number, number> = { 500: 5, 5_000: 3, 60_000: 1 };
const MANY = 20;

/** What one run took. */
interface Run {
	/** From the first request to the last file, in ms. */
	ms: number;
	/** Requests for the state of asynchronous requests, those for the limits included. */
	statusRequests: number;
	requests: number;
}

/**
 * Downloads target files by polling: 1 and 20 at once, of exports of 0.5, 5 and 60 s. Prints the status requests, and
 * what waiting adds to the time that Phrase takes.
 */
export async function measurePolling(): Promise<void> {
	const sandbox = await startSandbox();
	try {
		await download(sandbox, 1, 0);
		for (const timeMs of TIMES_MS) {
			for (const count of [1, MANY]) {
				const runs: Run[] = [];
				for (let round = 0; round < (ROUNDS[timeMs] ?? 1); round++) {
					runs.push(await download(sandbox, count, timeMs));
				}
				const ms = median(runs.map((run) => run.ms));
				const status = runs.map(({ statusRequests }) => statusRequests);
				console.log(
					`${count} of ${timeMs / 1000} s: added ${Math.round(ms - timeMs)} ms, ` +
						`${Math.max(...status)} status requests, ${Math.max(...runs.map(({ requests }) => requests))} in all`,
				);
			}
		}
	} finally {
		await sandbox.close();
	}
}

async function download(sandbox: Sandbox, count: number, exportMs: number): Promise<Run> {
	sandbox.configure({ times: { exportMs } });
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
	const statusRequests = sent.filter(({ path }) => path.includes('/api2/v1/async')).length;
	return { ms, statusRequests, requests: sent.length };
}

function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
