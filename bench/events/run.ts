import { randomUUID } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../sandbox';
import { nodeOfType, triggerPath, type N8nClient, type StoredWorkflow, withN8n } from '../../n8n';
import { burst } from './burst';
import { EVENT, phraseTmsTrigger, plainWebhook } from './contenders';

const JOBS = 3;

/**
 * How n8n is set up, and what is measured with it. For the expressions of each execution, n8n 2 makes a V8
 * isolate. Before that, it makes one for each call of a webhook; calls of its own Webhook node are exempt
 * from the latter.
 */
const SETUPS = [
	{ name: 'without isolates', env: { N8N_EXPRESSION_ENGINE: 'legacy' }, events: 2_000, rounds: 6 },
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

/** How one contender took a burst. */
interface Run {
	/** Events per second, until the last was answered. */
	answered: number;
	/** Events per second, until the last execution had ended. */
	executed: number;
}

/** Takes one burst of bodies. */
type Contender = (bodies: readonly string[]) => Promise<Run>;

/**
 * Sends bursts of events with three jobs each to Phrase TMS Trigger and to n8n's Webhook node in a real n8n.
 * In each round both get the same bodies, one after the other, in turns as to who is first. Prints how many
 * events per second each takes, and the ratios.
 */
export async function compareEvents(): Promise<void> {
	for (const setup of SETUPS) {
		const sandbox = await startSandbox();
		try {
			console.log(setup.name);
			await withN8n(setup.env, async (client, url) => await compare(client, url, sandbox, setup));
		} finally {
			await sandbox.close();
		}
	}
}

async function compare(
	client: N8nClient,
	url: string,
	sandbox: Sandbox,
	{ events, rounds }: (typeof SETUPS)[number],
): Promise<void> {
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

	const answered: number[] = [];
	const executed: number[] = [];
	for (let round = 1; round <= rounds; round++) {
		const bodies = eventBodies(body, events);
		const first = round % 2 === 0 ? await phrase(bodies) : await webhook(bodies);
		const second = round % 2 === 0 ? await webhook(bodies) : await phrase(bodies);
		const [own, their] = round % 2 === 0 ? [first, second] : [second, first];
		answered.push(own.answered / their.answered);
		executed.push(own.executed / their.executed);
		console.log(`round ${round}: Phrase TMS Trigger ${shown(own)}, Webhook ${shown(their)}`);
	}
	console.log(
		`Phrase TMS Trigger answers ${median(answered)} times as many events per second as n8n's Webhook node, ` +
			`and executes ${median(executed)} times as many (medians of ${rounds} pairs of ${events} events)`,
	);
}

function contender(
	client: N8nClient,
	workflow: StoredWorkflow,
	url: string,
	headers: Record<string, string>,
): Contender {
	return async (bodies) => {
		const before = await client.countExecutions(workflow);
		const start = performance.now();
		const { answeredMs, refused } = await burst(url, bodies, headers);
		if (refused > 0) throw new Error(`${workflow.name}: ${refused} answers were not a 200`);
		await client.allEnded(workflow, before + bodies.length);
		const perSecond = (ms: number) => (bodies.length / ms) * 1000;
		return { answered: perSecond(answeredMs), executed: perSecond(performance.now() - start) };
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

function shown({ answered, executed }: Run): string {
	return `answers ${answered.toFixed(0)}/s, executes ${executed.toFixed(0)}/s`;
}

function median(ratios: number[]): string {
	const sorted = ratios.sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return ((low + high) / 2).toFixed(2);
}
