import type { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { ScriptedPhrase } from '../../support/phrase';
import { json, LoopbackServer } from '../../support/server';
import { thrownBy } from '../../support/thrownBy';
import { byId, emptyItems, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();
let receiver: LoopbackServer;
/** What the receiver answers. */
let status: number;

beforeAll(async () => {
	receiver = await LoopbackServer.start((response) => response.writeHead(status).end());
});

beforeEach(() => {
	status = 200;
	receiver.received.length = 0;
	sandbox.configure({ webhooks: { scheduleMs: [] } });
});

afterAll(async () => {
	await receiver.close();
});

const run = async (operation: string, more = {}, setup = {}) =>
	await runTms(sandbox, { resource: 'webhook', operation, ...more }, setup);

/** Creates a webhook whose calls arrive at a path of the receiver. */
async function createdAt(path: string, events = ['JOB_CREATED', 'PROJECT_CREATED']): Promise<string> {
	const url = `${receiver.url}${path}`;
	const { items } = await run('create', { name: path, url, events });
	return String(items[0]?.json.webhookUid);
}

/** Lets events happen, and waits until Phrase has sent them. */
async function happened(...events: string[]): Promise<string[]> {
	const uids = sandbox.emit(events.map((event) => ({ event })));
	await sandbox.delivered();
	return uids;
}

const received = () => receiver.received.map(({ body }) => JSON.parse(body.toString()) as { event: string });

describe('sendTest', () => {
	it('lets Phrase call the webhook', async () => {
		const webhookUid = await createdAt('/one', ['ANALYSIS_CREATED']);
		const { items } = await run('sendTest', { webhookUid: byId(webhookUid), event: 'ANALYSIS_CREATED' });
		expect(items[0]?.json).toEqual({ webhookUid, event: 'ANALYSIS_CREATED', sent: true });
		await sandbox.delivered();
		expect(received()).toEqual([expect.objectContaining({ event: 'ANALYSIS_CREATED' })]);
	});

	it('says which event Phrase does not have, and what is none', async () => {
		const webhookUid = byId(await createdAt('/one'));
		const unknown = await thrownBy(run('sendTest', { webhookUid, event: '={{ "TERM_BASE_CREATED" }}' }));
		expect((unknown as NodeApiError).description).toContain('TERM_BASE_CREATED');
		const wrong = await thrownBy(run('sendTest', { webhookUid, event: '={{ "job created" }}' }));
		expect((wrong as NodeOperationError).message).toContain('\'Event\': "job created" is not an event');
	});

	it('says that a webhook is not there', async () => {
		const error = await thrownBy(run('sendTest', { webhookUid: byId('gone'), event: 'JOB_CREATED' }));
		expect(error).toMatchObject({ message: expect.stringContaining('HTTP 404') });
	});
});

describe('getCalls', () => {
	it('returns the calls of all webhooks, or of one, or of some events', async () => {
		const one = await createdAt('/one');
		const other = await createdAt('/other');
		await happened('JOB_CREATED', 'PROJECT_CREATED');
		const all = await run('getCalls', { returnAll: true });
		expect(all.items).toHaveLength(4);
		expect(new Set(all.items.map(({ json }) => json.callUid)).size).toBe(4);
		const ofOne = await run('getCalls', { webhookUid: byId(one) });
		expect(ofOne.items.map(({ json }) => json.webhookUid)).toEqual([one, one]);
		const filters = { events: ['PROJECT_CREATED'], otherEvents: 'JOB_DELETED' };
		const ofEvent = await run('getCalls', { webhookUid: byId(other), filters });
		expect(ofEvent.items.map(({ json }) => json)).toEqual([
			{
				callUid: expect.any(String),
				webhookUid: other,
				uid: expect.any(String),
				eventUid: expect.any(String),
				triggerEvent: 'PROJECT_CREATED',
				url: `${receiver.url}/other`,
				createdAt: expect.any(String),
				statusCode: 200,
				errorMessage: null,
				retryAttempt: 0,
				forced: false,
			},
		]);
	});

	it('returns all pages, with their bodies when not simplified', async () => {
		await createdAt('/one');
		await happened(...Array.from({ length: 60 }, () => 'JOB_CREATED'));
		const { items } = await run('getCalls', { returnAll: true, simplify: false });
		expect(new Set(items.map(({ json }) => json.callUid)).size).toBe(60);
		expect(items[0]?.json).toMatchObject({ body: expect.stringContaining('"event":"JOB_CREATED"') });
		expect((await run('getCalls', { limit: 7 })).items).toHaveLength(7);
	});

	it.each([true, false])('never returns the secret of a webhook (simplified: %s)', async (simplify) => {
		const webhookSettings = { uid: 'w1', name: 'Hook', secretToken: 'a secret of the webhook' };
		const phrase = await ScriptedPhrase.start((response) =>
			json(response, 200, { content: [{ uid: 'c1', webhookSettings }], totalPages: 1 }),
		);
		const credentials = { phraseTmsApi: phrase.credential() };
		const { items } = await run('getCalls', { simplify }, { credentials }).finally(
			async () => await phrase.close(),
		);
		expect(items[0]?.json).toMatchObject({ callUid: 'c1', webhookUid: 'w1' });
		expect(JSON.stringify(items)).not.toContain('a secret of the webhook');
	});
});

describe('replayCalls', () => {
	it('lets Phrase make calls of several webhooks again, each to its own receiver', async () => {
		await createdAt('/one');
		await createdAt('/other');
		status = 500;
		await happened('JOB_CREATED');
		const { items } = await run('getCalls', { returnAll: true });
		status = 200;
		receiver.received.length = 0;
		const callUids = items.map(({ json }) => json.callUid);
		const replayed = await run('replayCalls', { callUids: `={{ ${JSON.stringify(callUids)} }}` });
		expect(replayed.items[0]?.json).toEqual({ callUids, accepted: true });
		await sandbox.delivered();
		expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/one', '/other']);
	});

	it('takes the call of each input item', async () => {
		await createdAt('/one');
		await happened('JOB_CREATED', 'PROJECT_CREATED');
		const { items: calls } = await run('getCalls');
		const { items } = await run('replayCalls', {}, { items: calls });
		expect(items).toEqual(
			calls.map(({ json: { callUid } }, item) => ({
				json: { callUids: [callUid], accepted: true },
				pairedItem: { item },
			})),
		);
		await sandbox.delivered();
		expect(receiver.received).toHaveLength(4);
	});

	it('takes the latest calls', async () => {
		await createdAt('/one');
		await happened('JOB_CREATED');
		await happened('PROJECT_CREATED');
		receiver.received.length = 0;
		const { items } = await run('replayCalls', { calls: 'latest', numberOfCalls: 1 });
		expect(items[0]?.json).toEqual({ numberOfCalls: 1, accepted: true });
		await sandbox.delivered();
		expect(received().map(({ event }) => event)).toEqual(['PROJECT_CREATED']);
	});

	it('gives an error item for a call that is not there, and sends nothing without a UID', async () => {
		const { items } = await run('replayCalls', { callUids: 'gone' }, { continueOnFail: true });
		expect(items).toEqual([
			{ json: { error: expect.objectContaining({ httpCode: 404 }) }, pairedItem: { item: 0 } },
		]);
		const requests = sandbox.requests().length;
		const error = await thrownBy(run('replayCalls', {}, { items: emptyItems(1) }));
		expect((error as NodeOperationError).message).toBe("'Call UIDs': must not be empty");
		expect(sandbox.requests()).toHaveLength(requests);
	});
});
