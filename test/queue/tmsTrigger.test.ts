import { until, type N8nClient, type QueueMode, type StoredWorkflow } from '../../n8n';
import { phraseIn, type PhraseForTest } from '../e2e/support/credentials';
import { eventWorkflow } from '../../n8n/workflows/eventWorkflow';
import { arrivedParts, sentParts } from '../e2e/support/eventParts';
import { startQueueMode } from './support/startQueueMode';
import { useSandbox } from '../support/useSandbox';

const EVENT = 'JOB_STATUS_CHANGED';

/** Milliseconds for a thousand executions, on a slow machine. */
const MANY_DEADLINE_MS = 300_000;

/**
 * Account events in a whole n8n in queue mode. Two webhook processors take the calls in turn, so each has to
 * know what the other one has taken.
 *
 * They know of each other by the workflow's static data, which n8n reads before each call and writes as a whole after
 * it: the last one to write wins. Of two deliveries in the same moment, one to each process, nearly always both start
 * the workflow. The other process knows a delivery that comes again as soon as the calls under way with the
 * first one have ended. The process that took it must also have taken another one since. With 50 calls under
 * way that is some seconds; before, about one in twenty started the workflow again. Phrase delivers again
 * after minutes; the test does so when the next 200 events have been taken, which is long compared with the
 * calls under way.
 */
describe('Phrase TMS Trigger on account events, in queue mode with two webhook processors', () => {
	const sandbox = useSandbox();
	let queueMode: QueueMode;
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	/** What has been started is stopped, even when what comes after it did not start. */
	const stops: Array<() => Promise<void>> = [];

	beforeAll(async () => {
		// n8n 2 makes a V8 isolate for each call of a trigger and for each execution, which would take it minutes.
		const started = await startQueueMode('tmsTrigger', { N8N_EXPRESSION_ENGINE: 'legacy' });
		stops.push(started.stop);
		({ queueMode, n8n } = started);
		phrase = await phraseIn(n8n, sandbox);
	});

	afterAll(async () => {
		for (const stop of stops.reverse()) await stop();
	});

	async function published(): Promise<StoredWorkflow> {
		const workflow = await n8n.createWorkflow(eventWorkflow(phrase.tms, { events: [EVENT] }));
		await n8n.activate(workflow);
		return workflow;
	}

	test(
		'1,000 events with three jobs each, a tenth of them delivered twice: 3,000 items, each once',
		async () => {
			// How fast this machine is must not decide what is delivered again.
			sandbox.configure({ webhooks: { timeoutMs: MANY_DEADLINE_MS } });
			const workflow = await published();
			const [webhook] = sandbox.webhooks();
			expect(webhook?.url).toContain(queueMode.webhookUrl);
			const event = { event: EVENT, jobUids: sandbox.createJobs({ count: 3 }).map(({ uid }) => uid) };
			let before: string[] = [];
			for (let part = 0; part < 5; part++) {
				const uids = sandbox.emit({ ...event, count: 200 });
				sandbox.redeliver(before.slice(0, 25));
				await sandbox.delivered();
				before = uids;
			}

			const executions = await n8n.executionsOf(workflow, 1000, MANY_DEADLINE_MS);
			const calls = sandbox.webhookCalls();
			expect(calls).toHaveLength(1100);
			expect(calls.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
			const crossed = crossings(queueMode);
			process.stderr.write(`${crossed} of 100 second deliveries came to the other webhook processor\n`);
			expect(crossed).toBeGreaterThan(0);
			expect(executions).toHaveLength(1000);
			expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
			const firsts = calls.filter(({ parentUid }) => parentUid === null);
			expect(arrivedParts(executions).sort()).toEqual(sentParts(firsts.map(({ body }) => body)).sort());
			await n8n.deactivate(workflow);
			await until('the webhook is gone', 30_000, () => (sandbox.webhooks().length === 0 ? true : undefined));
		},
		MANY_DEADLINE_MS,
	);
});

/** How many deliveries came to another process than the first one of the same event did. */
function crossings({ webhookCalls }: QueueMode): number {
	const first = new Map<string, number>();
	let count = 0;
	for (const { target, body } of webhookCalls) {
		const { eventUid } = JSON.parse(body) as { eventUid: string };
		const taken = first.get(eventUid);
		if (taken === undefined) first.set(eventUid, target);
		else if (taken !== target) count += 1;
	}
	return count;
}
