import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	ensureN8n,
	installNodes,
	linesOf,
	N8nClient,
	N8nSession,
	packNodes,
	QueueMode,
	requireServices,
	until,
} from '../../n8n';
import { webhookWorkflow } from '../../n8n/workflows/webhookWorkflow';
import { PHRASE_CALLBACK_SCHEDULE_MS, startSandbox } from '../../sandbox';
import type { Benchmark } from '../harness/benchmark';
import { factOf, medianOf } from '../harness/figures';
import type { Comparison, Limit } from '../harness/result';
import { comparisonOf, type Run, type Runs } from '../harness/rounds';

/** Longer than the rest takes: exports end when the benchmark lets so much time pass in the sandbox, ms. */
const EXPORT_MS = 3_600_000;

/** Long enough for Phrase to call again twice, after 2 and after 4 minutes, ms. */
const DEADLINE_MS = 480_000;

/** Calls under way when the executions are started. */
const STARTERS = 4;

const SETUPS: Array<{ name: string; env: Record<string, string> }> = [
	{ name: 'n8n as it comes', env: {} },
	{ name: 'isolates when needed', env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } },
];

/** How many executions sleep, and within which time Phrase calls back. */
const BURSTS = [
	{ sleepers: 200, withinMs: 0, name: '200 callbacks in an instant' },
	{ sleepers: 1_000, withinMs: 60_000, name: '1,000 callbacks within a minute' },
];

/** What came of sleeping executions. */
const UNANSWERED = 'not ended';
const IN_ERROR = 'ended in error';

/** B12: many sleeping executions are called back together. */
export const bursts: Benchmark = {
	id: 'b12',
	word: 'bursts',
	title: 'Bursts of callbacks to sleeping executions',
	question: 'Do sleeping executions all end when Phrase calls them back together, and how soon?',
	method:
		'A real n8n in queue mode with PostgreSQL (10 connections) and Redis: a main process, two workers, one webhook processor. Executions of ' +
		'Job > Download Target File sleep until Phrase calls back; a production webhook starts each. When all sleep, their exports end, and the sandbox ' +
		'calls back, and again after 2, 4 and more minutes where it gets no 200, as Phrase does. The time is from then to the end of the last ' +
		'execution. 1 round; n8n as it comes makes a V8 isolate for each call, and with N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true only when an expression needs one.',
	minutes: 28,
	measure: async () => {
		await requireServices();
		const runs: Record<string, Runs> = Object.fromEntries(BURSTS.map(({ name }) => [name, {}]));
		for (const setup of SETUPS) {
			for (const [burst, run] of await runsWith(setup.env)) {
				console.log(`  ${burst}, ${setup.name}: ${run.sample.toFixed(0)} ms, ${JSON.stringify(run.facts)}`);
				const ofBurst = runs[burst];
				if (ofBurst !== undefined) ofBurst[`Phrase TMS, ${setup.name}`] = [run];
			}
		}
		const comparisons = Object.entries(runs)
			.filter(([, ofBurst]) => Object.keys(ofBurst).length > 0)
			.map(([name, ofBurst]) => comparisonOf({ name, unit: 'ms' }, ofBurst));
		return { comparisons, limits: comparisons.flatMap(limitsOf) };
	},
};

function limitsOf(comparison: Comparison): Limit[] {
	const { name, rows } = comparison;
	const lost = rows.flatMap(({ contender }) =>
		[UNANSWERED, IN_ERROR].map((fact) => ({
			what: `${name}, ${contender}: ${fact}`,
			measured: factOf(comparison, contender, fact),
			unit: '',
			atMost: 0,
		})),
	);
	const lazy = `Phrase TMS, ${SETUPS[1]?.name ?? ''}`;
	const hasLazy = rows.some(({ contender }) => contender === lazy);
	if (name !== BURSTS[0]?.name || !hasLazy) return lost;
	const seconds = medianOf(comparison, lazy) / 1000;
	return [...lost, { what: `${name}, ${lazy}`, measured: seconds, unit: 's', atMost: 20 }];
}

/** Starts an n8n in queue mode, and lets it take all bursts. */
async function runsWith(env: Record<string, string>): Promise<Array<[burst: string, run: Run]>> {
	const report = linesOf((line) => process.stderr.write(`${line}\n`));
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-bench-'));
	let queueMode: QueueMode | undefined;
	try {
		const userFolder = join(folder, 'user');
		const installation = await ensureN8n(process.env.N8N_VERSION, report);
		await installNodes(await packNodes(folder, report), userFolder, report);
		queueMode = await QueueMode.start({
			installation,
			userFolder,
			logFolder: folder,
			env,
			processes: ['main', 'worker-1', 'worker-2', 'webhook-1'],
			report,
		});
		const session = N8nSession.at(queueMode.url);
		await session.setUpOwner();
		const client = new N8nClient(session);
		const runs: Array<[string, Run]> = [];
		for (const burst of BURSTS) {
			try {
				runs.push([burst.name, await take(client, queueMode.webhookUrl, burst)]);
			} catch (error) {
				// What the others came to is worth keeping; a missing contender is seen in the table.
				console.error(error);
			}
		}
		return runs;
	} finally {
		await queueMode?.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Puts executions to sleep, and calls them back. */
async function take(
	n8n: N8nClient,
	webhookUrl: string,
	{ sleepers, withinMs }: (typeof BURSTS)[number],
): Promise<Run> {
	const sandbox = await startSandbox({
		times: { exportMs: EXPORT_MS },
		pendingLimit: null,
		callbackScheduleMs: PHRASE_CALLBACK_SCHEDULE_MS,
		callbacks: { shuffleMs: withinMs },
	});
	try {
		const path = `sleepers-${sleepers}`;
		const credential = await n8n.createCredential(path, 'phraseTmsApi', sandbox.credentials.phraseTmsApi);
		const workflow = await n8n.createWorkflow(webhookWorkflow(credential, path));
		await n8n.activate(workflow);
		const jobs = sandbox.createJobs({ count: sleepers }).values();
		const start = async () => {
			for (const job of jobs) {
				const body = JSON.stringify(job);
				const headers = { 'content-type': 'application/json' };
				const answer = await fetch(`${webhookUrl}/webhook/${path}`, { method: 'POST', headers, body });
				if (answer.status !== 200)
					throw new Error(`n8n started nothing: ${answer.status} ${await answer.text()}`);
				await answer.text();
			}
		};
		await Promise.all(Array.from({ length: STARTERS }, start));
		const count = async (...statuses: string[]) => await n8n.countExecutions(workflow, statuses);
		await until(`${sleepers} executions sleep`, DEADLINE_MS, async () =>
			(await count('waiting')) === sleepers ? true : undefined,
		);

		sandbox.advance(EXPORT_MS);
		const begin = performance.now();
		await until('all have ended', DEADLINE_MS, async () =>
			(await count('success', 'error', 'crashed', 'canceled')) === sleepers ? true : undefined,
		).catch((error: unknown) => console.error(error));
		const sample = performance.now() - begin;
		const succeeded = await count('success');
		const failed = await count('error', 'crashed', 'canceled');
		const callbacks = sandbox.callbacks();
		return {
			sample,
			facts: {
				[IN_ERROR]: failed,
				[UNANSWERED]: sleepers - succeeded - failed,
				callbacks: callbacks.length,
				'not answered 200': callbacks.filter(({ status }) => status !== 200).length,
			},
		};
	} finally {
		await sandbox.close();
	}
}
