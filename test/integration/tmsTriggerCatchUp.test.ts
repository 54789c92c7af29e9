import { logLines, type LogLine } from '../support/logLines';
import { startPhraseInFront } from '../support/phraseInFront';
import { triggerFor, type TriggerInN8n, type TriggerSetup } from '../support/triggerInN8n';
import { useSandbox } from '../support/useSandbox';

const HOUR_MS = 60 * 60 * 1000;

/** n8n starts again after it was down: Phrase sends what this node has missed, and nothing else. */
describe('catching up of Phrase TMS Trigger', () => {
	const sandbox = useSandbox();
	let log: LogLine[];
	const started: TriggerInN8n[] = [];

	beforeEach(async () => {
		// What Phrase does not deliver at once it has given up.
		sandbox.configure({ webhooks: { scheduleMs: [] } });
		log = logLines();
	});

	afterEach(async () => {
		await Promise.all(started.splice(0).map(async (n8n) => await n8n.close()));
		jest.restoreAllMocks();
	});

	async function activate(eventOptions = {}, setup: TriggerSetup = {}): Promise<TriggerInN8n> {
		const parameters = { events: ['JOB_CREATED'], eventOptions: { catchUp: true, ...eventOptions } };
		const n8n = triggerFor(sandbox, { parameters, ...setup });
		started.push(n8n);
		await n8n.serve();
		await n8n.activate();
		return n8n;
	}

	const uidsOf = (n8n: TriggerInN8n) => n8n.items().map(({ eventUid }) => eventUid);

	/** Events that arrive. */
	async function arrive(count: number): Promise<string[]> {
		const uids = sandbox.emit({ event: 'JOB_CREATED', count });
		await sandbox.delivered();
		return uids;
	}

	/** Events that do not arrive, because n8n is down meanwhile. */
	async function miss(n8n: TriggerInN8n, count: number): Promise<string[]> {
		n8n.isDown = true;
		const uids = await arrive(count);
		n8n.isDown = false;
		return uids;
	}

	async function startAgain(n8n: TriggerInN8n): Promise<void> {
		await n8n.activate('init');
		await sandbox.delivered();
	}

	const replays = () => sandbox.webhookCalls().filter(({ forced }) => forced);

	test('lets exactly the missed events come, once', async () => {
		const n8n = await activate();
		const before = await arrive(3);
		const missed = await miss(n8n, 120);
		await startAgain(n8n);
		expect(uidsOf(n8n).slice(0, 3).sort()).toEqual(before.sort());
		expect(uidsOf(n8n).slice(3).sort()).toEqual([...missed].sort());
		expect(replays()).toHaveLength(120);
		expect(sandbox.counters().byOperation).toMatchObject({ replayWebhookCalls: 3 });
		expect(log).toContainEqual(['info', expect.stringContaining('sends 120 events again')]);

		await startAgain(n8n);
		expect(replays()).toHaveLength(120);
		expect(uidsOf(n8n)).toHaveLength(123);
	});

	test('lets the oldest come first', async () => {
		sandbox.configure({ webhooks: { concurrency: 1 } });
		const n8n = await activate();
		const missed: string[] = [];
		for (let count = 0; count < 5; count++) {
			missed.push(...(await miss(n8n, 1)));
			sandbox.advance(1000);
		}
		await startAgain(n8n);
		expect(uidsOf(n8n)).toEqual(missed);
	});

	test('counts all attempts for an event as one', async () => {
		sandbox.configure({ webhooks: { scheduleMs: [0, 0, 0] } });
		const n8n = await activate();
		const missed = await miss(n8n, 2);
		expect(sandbox.webhookCalls()).toHaveLength(8);
		await startAgain(n8n);
		expect(replays()).toHaveLength(2);
		expect(uidsOf(n8n).sort()).toEqual([...missed].sort());
	});

	test('finds what was missed before the first event ever', async () => {
		const n8n = await activate();
		const missed = await miss(n8n, 2);
		await startAgain(n8n);
		expect(uidsOf(n8n).sort()).toEqual([...missed].sort());
	});

	test('finds what was missed, although a newer event was faster', async () => {
		const n8n = await activate();
		await arrive(1);
		sandbox.advance(HOUR_MS);
		const missed = await miss(n8n, 2);
		sandbox.advance(HOUR_MS);
		const [newer] = await arrive(1);
		await startAgain(n8n);
		expect(uidsOf(n8n)[1]).toBe(newer);
		expect(uidsOf(n8n).slice(2).sort()).toEqual([...missed].sort());
	});

	test('leaves out what is so old that it may have been taken and forgotten', async () => {
		const n8n = await activate();
		await miss(n8n, 2);
		sandbox.advance(30 * HOUR_MS);
		const [taken] = await arrive(1);
		// What this process remembers is of its own clock, which the sandbox has left behind.
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 30 * HOUR_MS);
		await startAgain(n8n);
		expect(uidsOf(n8n)).toEqual([taken]);
	});

	test('does not ask for what was taken, though Phrase did not get the answer', async () => {
		const n8n = await activate();
		n8n.hangsUp = true;
		const uids = await arrive(2);
		n8n.hangsUp = false;
		expect(sandbox.webhookCalls()).toMatchObject([{ statusCode: null }, { statusCode: null }]);
		await startAgain(n8n);
		expect(replays()).toHaveLength(0);
		expect(uidsOf(n8n).sort()).toEqual([...uids].sort());
	});

	test("leaves other webhooks' events alone, even if the history of Phrase does not", async () => {
		const phrase = await startPhraseInFront(sandbox, (url) => url.replace(/webhookUid=[^&]*/, ''));
		try {
			const phraseTmsApi = { ...sandbox.credentials.phraseTmsApiToken, tmsUrl: phrase.tmsUrl };
			const n8n = await activate({}, { credentials: { phraseTmsApi } });
			const other = await activate({ catchUp: false });
			other.isDown = true;
			const missed = await miss(n8n, 2);
			other.isDown = false;
			expect(sandbox.webhookCalls()).toHaveLength(4);
			await startAgain(n8n);
			const { uid } = sandbox.webhooks().find(({ url }) => url === n8n.url) ?? {};
			expect(replays().map(({ webhookUid }) => webhookUid)).toEqual(missed.map(() => uid));
			expect(uidsOf(other)).toEqual([]);
		} finally {
			await phrase.close();
		}
	});

	test('also catches up when Phrase had disabled the webhook meanwhile', async () => {
		const n8n = await activate();
		const missed = await miss(n8n, 2);
		sandbox.disableWebhook(sandbox.webhooks()[0]?.uid ?? '');
		await startAgain(n8n);
		expect(uidsOf(n8n).sort()).toEqual([...missed].sort());
	});

	test('asks for nothing when it is off', async () => {
		const n8n = await activate({ catchUp: false });
		await miss(n8n, 2);
		await startAgain(n8n);
		expect(uidsOf(n8n)).toEqual([]);
		expect(sandbox.counters().byOperation).not.toHaveProperty('getWebhookCallsList');
	});

	test('asks for nothing when the user tests the node', async () => {
		const n8n = await activate({ testWith: 'realEvents' });
		await miss(n8n, 2);
		await n8n.listen();
		await n8n.stopListening();
		expect(sandbox.counters().byOperation).not.toHaveProperty('getWebhookCallsList');
	});

	test.each([
		['the history', 'webhooksCalls$'],
		['the replay', 'webhooksCalls/replay$'],
	])('does not take the workflow down when Phrase refuses %s, and says what to do', async (_, path) => {
		const n8n = await activate();
		await miss(n8n, 2);
		sandbox.fault({ match: { path }, do: { status: 403 } });
		await startAgain(n8n);
		expect(sandbox.webhooks()).toMatchObject([{ url: n8n.url, status: 'ENABLED' }]);
		expect(log).toContainEqual([
			'error',
			expect.stringMatching(/Could not ask Phrase for the events.*replay the failed calls.*HTTP 403/),
		]);
		const [newer] = await arrive(1);
		expect(uidsOf(n8n)).toEqual([newer]);
	});

	test('does not read a long history to its end', async () => {
		const n8n = await activate();
		await arrive(200);
		sandbox.advance(48 * HOUR_MS);
		await arrive(60);
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 48 * HOUR_MS);
		const missed = await miss(n8n, 1);
		await startAgain(n8n);
		expect(sandbox.counters().byOperation).toMatchObject({ getWebhookCallsList: 2 });
		expect(uidsOf(n8n).slice(-1)).toEqual(missed);
		expect(uidsOf(n8n)).toHaveLength(261);
	});
});
