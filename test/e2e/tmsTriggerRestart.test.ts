import { until, type N8nClient, type StoredWorkflow } from '../../n8n';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { eventWorkflow } from '../../n8n/workflows/eventWorkflow';
import { arrivedParts, sentParts } from './support/eventParts';
import { OwnN8n } from './support/ownN8n';
import { useSandbox } from '../support/useSandbox';

const EVENT = 'JOB_STATUS_CHANGED';

/** Milliseconds for what takes n8n a moment. */
const DEADLINE_MS = 60_000;

/** An n8n that is not always there, and the account events that happen meanwhile. */
describe('Phrase TMS Trigger on account events, in an n8n that stops and starts', () => {
	const sandbox = useSandbox({ keepsState: true });
	let own: OwnN8n;
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		({ own, n8n } = await OwnN8n.start('events-restart'));
		phrase = await phraseIn(n8n, sandbox);
		workflow = await n8n.createWorkflow(
			eventWorkflow(phrase.tms, { events: [EVENT], eventOptions: { catchUp: true } }),
		);
		await n8n.activate(workflow);
	});

	afterAll(async () => {
		await own.remove();
	});

	/** Emits events about jobs of three parts, and gives their uids. */
	function emit(count: number): string[] {
		const jobUids = phrase.sandbox.createJobs({ count: 3 }).map(({ uid }) => uid);
		return phrase.sandbox.emit({ event: EVENT, jobUids, count });
	}

	/** Each event that was ever sent has come out, each of its parts once. */
	async function expectEverythingOnce(events: number): Promise<void> {
		const executions = await n8n.executionsOf(workflow, events);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		const firsts = phrase.sandbox.webhookCalls().filter(({ parentUid }) => parentUid === null);
		expect(firsts).toHaveLength(events);
		expect(arrivedParts(executions).sort()).toEqual(sentParts(firsts.map(({ body }) => body)).sort());
	}

	test('what happened while n8n was down arrives once, although Phrase delivers it again as well', async () => {
		emit(5);
		await sandbox.delivered();
		await expectEverythingOnce(5);

		// Retries go on for longer than n8n is down, and each comes twice.
		sandbox.configure({
			webhooks: { scheduleMs: Array<number>(10).fill(20_000), duplicates: 1, duplicateDelayMs: 1000 },
		});
		await own.stop();
		emit(50);
		await until('all calls have met nobody', DEADLINE_MS, () =>
			sandbox.webhookCalls().filter(({ errorMessage }) => errorMessage !== null).length >= 50
				? true
				: undefined,
		);
		await own.run();
		await n8n.allEnded(workflow, 55);
		expect(sandbox.webhookCalls().filter(({ forced }) => forced)).not.toEqual([]);
		await sandbox.delivered();
		await expectEverythingOnce(55);
	}, 300_000);

	test('a webhook that was disabled or deleted meanwhile is repaired', async () => {
		const [before, ...others] = sandbox.webhooks();
		expect(others).toEqual([]);
		for (const harm of ['disableWebhook', 'deleteWebhook'] as const) {
			await own.stop();
			sandbox[harm](sandbox.webhooks()[0]?.uid ?? '');
			await own.run();
			const [after] = await until('the webhook is there again', DEADLINE_MS, () => {
				const webhooks = sandbox.webhooks();
				return webhooks.some(({ status }) => status === 'ENABLED') ? webhooks : undefined;
			});
			expect(after).toMatchObject({ url: before?.url, events: before?.events, name: before?.name });
			expect(sandbox.webhooks()).toHaveLength(1);
		}
		const done = sandbox.webhookCalls().filter(({ parentUid }) => parentUid === null).length;
		emit(1);
		await sandbox.delivered();
		await expectEverythingOnce(done + 1);
	}, 300_000);
});
