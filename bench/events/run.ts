import { randomUUID } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../sandbox';
import { nodeOfType, triggerPath, type N8nClient, type StoredWorkflow, withN8n } from '../../n8n';
import type { Benchmark } from '../harness/benchmark';
import type { Comparison } from '../harness/result';
import { takeTurns, type Run } from '../harness/rounds';
import { burst } from './burst';
import { EVENT, phraseTmsTrigger, plainWebhook } from './contenders';

const JOBS = 3;

/**
 * How n8n is set up, and what is measured with it. For the expressions of each execution, n8n 2 makes a V8
 * isolate. Before that, it makes one for each call of a webhook; calls of its own Webhook node are exempt
 * from the latter.
 */
const SETUPS = [
	{ name: 'without isolates', env: { N8N_EXPRESSION_ENGINE: 'legacy' }, events: 1_000, rounds: 5 },
	{
		name: 'with isolates for all calls',
		env: { N8N_EXPRESSION_ENGINE_ALLOW_WEBHOOK_ISOLATE_SKIP: 'false' },
		events: 200,
		rounds: 4,
	},
	{
		name: "with isolates for all calls but those of n8n's Webhook node, as n8n 2 comes",
		env: {},
		events: 500,
		rounds: 3,
	},
	{
		name: 'with isolates when an expression needs one',
		env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
		events: 1_000,
		rounds: 4,
	},
] as const;

const OURS = 'Phrase TMS Trigger';
const THEIRS = "n8n's Webhook node";

/** B6: how many events Phrase TMS Trigger takes. */
export const events: Benchmark = {
	id: 'b6',
	word: 'events',
	title: 'Events of the account',
	question: "How many events does Phrase TMS Trigger take, measured by what n8n's own Webhook node takes?",
	method:
		'A real n8n with the packed nodes has two published workflows of one node: Phrase TMS Trigger on JOB_STATUS_CHANGED, and the Webhook node as it ' +
		"comes, which responds immediately. Over 50 connections, bodies of Phrase's size and form with three jobs each are posted, which nobody " +
		'has seen; every answer has to be a 200. What counts are events per second until the last execution has ended. ' +
		'Phrase TMS Trigger compares the token, reads the event, makes three items, and remembers the event in the database. For expressions, ' +
		'n8n 2 makes a V8 isolate for each execution, and one before that for each call of a webhook of all nodes but its Webhook node: ' +
		'hence the four set-ups of n8n. 200 events before do not count.',
	minutes: 12,
	measure: async () => {
		const comparisons: Comparison[] = [];
		for (const setup of SETUPS) {
			const sandbox = await startSandbox();
			try {
				comparisons.push(
					await withN8n(setup.env, async (client, url) => await compare(client, url, sandbox, setup)),
				);
			} finally {
				await sandbox.close();
			}
		}
		return { comparisons, limits: [] };
	},
};

async function compare(
	client: N8nClient,
	url: string,
	sandbox: Sandbox,
	{ name, events: count, rounds }: (typeof SETUPS)[number],
): Promise<Comparison> {
	const credential = await client.createCredential(
		'Phrase TMS',
		'phraseTmsApi',
		sandbox.credentials.phraseTmsApi,
	);
	const publish = async (workflow: Parameters<N8nClient['createWorkflow']>[0]) => {
		const stored = await client.createWorkflow(workflow);
		await client.activate(stored);
		return stored;
	};
	const ours = await publish(phraseTmsTrigger(credential));
	const theirs = await publish(plainWebhook());
	const body = await sampleBody(sandbox);
	const headers = { 'x-memsource-token': sandbox.webhooks()[0]?.secretToken ?? '' };
	const { webhookId = '' } = nodeOfType(theirs, 'n8n-nodes-base.webhook');
	const phrase = contender(client, ours, `${url}/webhook/${triggerPath(ours)}`, headers);
	const webhook = contender(client, theirs, `${url}/webhook/${webhookId}`, headers);
	// Once without counting: compilation, first connections.
	await webhook(eventBodies(body, 200));
	await phrase(eventBodies(body, 200));

	return await takeTurns(
		{ name: `${name}, bursts of ${count}`, unit: 'events per second', reference: THEIRS, rounds, warmUps: 0 },
		{
			[OURS]: async () => await phrase(eventBodies(body, count)),
			[THEIRS]: async () => await webhook(eventBodies(body, count)),
		},
	);
}

/** Takes one burst of bodies. */
function contender(
	client: N8nClient,
	workflow: StoredWorkflow,
	url: string,
	headers: Record<string, string>,
): (bodies: readonly string[]) => Promise<Run> {
	return async (bodies) => {
		const before = await client.countExecutions(workflow);
		const start = performance.now();
		const { refused } = await burst(url, bodies, headers);
		if (refused > 0) throw new Error(`${workflow.name}: ${refused} answers were not a 200`);
		await client.allEnded(workflow, before + bodies.length);
		return { sample: (bodies.length / (performance.now() - start)) * 1000 };
	};
}

/** The body of an event about three jobs, as Phrase sends it. */
async function sampleBody(sandbox: Sandbox): Promise<object> {
	const jobUids = sandbox.createJobs({ count: JOBS }).map(({ uid }) => uid);
	sandbox.emit({ event: EVENT, jobUids });
	await sandbox.delivered();
	return JSON.parse(sandbox.webhookCalls()[0]?.body ?? '') as object;
}

/** Bodies of events that nobody has seen. */
function eventBodies(body: object, count: number): string[] {
	return Array.from({ length: count }, () => JSON.stringify({ ...body, eventUid: randomUUID() }));
}
