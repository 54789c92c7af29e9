import type { N8nClient, StoredWorkflow } from '../../n8n';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { eventWorkflow } from '../../n8n/workflows/eventWorkflow';
import { arrivedParts, sentParts } from './support/eventParts';
import { OwnN8n } from './support/ownN8n';
import { useSandbox } from '../support/useSandbox';

const EVENT = 'JOB_STATUS_CHANGED';

/** Milliseconds for thousands of executions, on a slow machine: two busy cores need more than two minutes for 2,000. */
const MANY_DEADLINE_MS = 600_000;

/** Many account events at once, in a real n8n as it comes. */
describe('Phrase TMS Trigger on many account events', () => {
	const sandbox = useSandbox();
	let own: OwnN8n;
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	let workflow: StoredWorkflow;
	let event: { event: string; jobUids: string[] };

	beforeAll(async () => {
		({ own, n8n } = await OwnN8n.start('events-many'));
		phrase = await phraseIn(n8n, sandbox);
	});

	afterAll(async () => {
		await own.remove();
	});

	beforeEach(async () => {
		// How fast this machine is must not decide what is delivered again.
		sandbox.configure({ webhooks: { timeoutMs: MANY_DEADLINE_MS } });
		event = { event: EVENT, jobUids: phrase.sandbox.createJobs({ count: 3 }).map(({ uid }) => uid) };
		workflow = await n8n.createWorkflow(eventWorkflow(phrase.tms, { events: [EVENT] }));
		await n8n.activate(workflow);
	});

	afterEach(async () => {
		await n8n.deactivate(workflow);
	});

	test(
		'1,000 events with three jobs each, a tenth of them delivered twice: 3,000 items, each once',
		async () => {
			let before: string[] = [];
			for (let hundred = 0; hundred < 10; hundred++) {
				const uids = sandbox.emit({ ...event, count: 100 });
				sandbox.redeliver(before.slice(0, 10));
				await sandbox.delivered();
				before = uids;
			}
			sandbox.redeliver(before.slice(0, 10));
			await sandbox.delivered();

			const executions = await n8n.executionsOf(workflow, 1000, MANY_DEADLINE_MS);
			const calls = sandbox.webhookCalls();
			expect(calls).toHaveLength(1100);
			expect(calls.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
			expect(executions).toHaveLength(1000);
			expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
			const firsts = calls.filter(({ parentUid }) => parentUid === null);
			expect(arrivedParts(executions).sort()).toEqual(sentParts(firsts.map(({ body }) => body)).sort());
		},
		MANY_DEADLINE_MS,
	);

	test(
		'a burst of 2,000 events: each is answered 200 at the first attempt, and starts one execution',
		async () => {
			sandbox.emit({ ...event, count: 2000 });
			await sandbox.delivered();
			const calls = sandbox.webhookCalls();
			expect(calls).toHaveLength(2000);
			expect(calls.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
			await n8n.allEnded(workflow, 2000, MANY_DEADLINE_MS);
			expect(await n8n.countExecutions(workflow)).toBe(2000);
			expect(await n8n.countExecutions(workflow, ['success'])).toBe(2000);
		},
		MANY_DEADLINE_MS,
	);
});
