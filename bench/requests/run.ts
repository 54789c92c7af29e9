import { startSandbox, type Sandbox } from '../../sandbox';
import { MANUAL_TRIGGER, type N8nClient, withN8n } from '../../n8n';
import { httpRequest, MEASURED, phraseTms, workflowOf, type Contender } from './workflow';

const JOBS = 200;
const PARALLEL_REQUESTS = 16;
const SERVICE_TIME_MS = 20;
const ROUNDS = 7;

interface Run {
	/** The node's execution time, in ms. */
	ms: number;
	/** Connections on which the jobs were read. */
	connections: number;
}

/**
 * Reads 200 jobs in one node run of a real n8n, with n8n's HTTP Request node and with ours, in turn. The
 * sandbox takes 20 ms for each answer, over TLS. Prints the node's own execution time as n8n records it, the
 * connections it opened, and the ratio of each pair of runs.
 */
export async function compareRequests(): Promise<void> {
	const sandbox = await startSandbox({ tls: true });
	try {
		await withN8n(
			{ NODE_EXTRA_CA_CERTS: sandbox.caFile ?? '' },
			async (client) => await compare(client, sandbox),
		);
	} finally {
		await sandbox.close();
	}
}

async function compare(client: N8nClient, sandbox: Sandbox): Promise<void> {
	const jobs = sandbox.createJobs({ count: JOBS }).map(({ uid, projectUid }) => ({ uid, projectUid }));
	const credential = await client.createCredential(
		'Phrase TMS',
		'phraseTmsApi',
		sandbox.credentials.phraseTmsApi,
	);
	const prepare = async (contender: Contender) => {
		const workflow = await client.createWorkflow(workflowOf(contender, jobs, credential));
		return async (): Promise<Run> => {
			const before = sandbox.requests().length;
			const execution = await client.runToEnd(workflow, MANUAL_TRIGGER);
			const read = sandbox
				.requests()
				.slice(before)
				.filter(({ path }) => /\/jobs\/[^/]+$/.test(path));
			if (execution.items(MEASURED).length !== JOBS || read.length !== JOBS)
				throw new Error(execution.summary());
			return {
				ms: execution.duration(MEASURED),
				connections: new Set(read.map(({ connectionId }) => connectionId)).size,
			};
		};
	};
	const rival = await prepare(httpRequest(sandbox.tmsUrl));
	const ours = await prepare(phraseTms(PARALLEL_REQUESTS));
	// Once without counting: log-in, compilation, first connections.
	await rival();
	await ours();
	sandbox.configure({ serviceTimeMs: SERVICE_TIME_MS });

	const ratios: number[] = [];
	for (let round = 1; round <= ROUNDS; round++) {
		const [theirs, own] = [await rival(), await ours()];
		ratios.push(theirs.ms / own.ms);
		console.log(
			`round ${round}: HTTP Request ${theirs.ms} ms on ${theirs.connections} connections, ` +
				`Phrase TMS ${own.ms} ms on ${own.connections} connections, ratio ${(theirs.ms / own.ms).toFixed(2)}`,
		);
	}
	ratios.sort((a, b) => a - b);
	const middle = ratios[Math.floor(ratios.length / 2)] ?? NaN;
	console.log(
		`${JOBS} jobs: HTTP Request takes ${middle.toFixed(2)} times as long (median of ${ROUNDS} pairs)`,
	);
}
