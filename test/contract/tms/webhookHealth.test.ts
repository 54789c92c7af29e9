import { MOST_CALLS } from '../../../nodes/PhraseTms/resources/webhook/shared/recentCalls';
import { ScriptedPhrase } from '../../support/phrase';
import { json, LoopbackServer } from '../../support/server';
import { emptyItems, runTms } from '../../support/tms';
import { until } from '../../support/until';
import { useSandbox } from '../../support/useSandbox';

const HOUR_MS = 60 * 60 * 1000;

const sandbox = useSandbox();
let receiver: LoopbackServer;
/** What the receiver answers to calls of a path that ends in `/failing`. */
let status: number;

beforeAll(async () => {
	receiver = await LoopbackServer.start((response, { path }) =>
		response.writeHead(path.endsWith('/failing') ? status : 200).end(),
	);
});

beforeEach(() => {
	status = 500;
	sandbox.configure({ webhooks: { scheduleMs: [] } });
});

afterAll(async () => {
	await receiver.close();
});

const run = async (operation: string, more = {}, setup = {}) =>
	await runTms(sandbox, { resource: 'webhook', operation, ...more }, setup);

/** Creates a webhook whose calls arrive at a path of the receiver. */
async function created(path: string, events = ['JOB_CREATED', 'PROJECT_CREATED']): Promise<string> {
	const { items } = await run('create', { name: path, url: `${receiver.url}${path}`, events });
	return String(items[0]?.json.webhookUid);
}

/** Lets an event happen, and waits until Phrase has sent it. */
async function happened(event: string, count = 1): Promise<void> {
	sandbox.emit({ event, count });
	await sandbox.delivered();
}

/** Health of the webhooks, by name. */
async function healthByName(more = {}) {
	const { items } = await run('getHealth', more);
	return new Map(items.map(({ json: health }) => [health.name, health]));
}

it('tells of each webhook whether its calls arrive', async () => {
	const fine = await created('/fine');
	const failing = await created('/failing');
	const disabled = await created('/disabled');
	sandbox.disableWebhook(disabled);
	await happened('JOB_CREATED', 3);

	const { items } = await run('getHealth');
	expect(items).toEqual([
		{
			json: {
				webhookUid: fine,
				uid: fine,
				name: '/fine',
				url: `${receiver.url}/fine`,
				status: 'ENABLED',
				failedAttempts: 0,
				callsFailedIn24h: 0,
				lastFailedAt: null,
				lastStatusCode: null,
				lastErrorMessage: null,
				callsComplete: true,
				healthy: true,
			},
			pairedItem: { item: 0 },
		},
		{
			json: expect.objectContaining({
				webhookUid: failing,
				failedAttempts: 3,
				callsFailedIn24h: 3,
				lastFailedAt: expect.any(String),
				lastStatusCode: 500,
				healthy: false,
			}),
			pairedItem: { item: 0 },
		},
		{
			json: expect.objectContaining({
				webhookUid: disabled,
				status: 'DISABLED',
				callsFailedIn24h: 0,
				healthy: false,
			}),
			pairedItem: { item: 0 },
		},
	]);
	const unhealthy = await run('getHealth', { onlyUnhealthy: true });
	expect(unhealthy.items).toEqual(items.slice(1));
});

it('gives nothing when all are healthy and only others are wanted', async () => {
	await created('/fine');
	await happened('JOB_CREATED');
	expect((await run('getHealth', { onlyUnhealthy: true })).items).toEqual([]);
});

it('calls a webhook healthy that Phrase had nothing to deliver to', async () => {
	await created('/fine');
	expect((await healthByName()).get('/fine')).toMatchObject({ failedAttempts: 0, healthy: true });
});

it('tells why a receiver gave no answer', async () => {
	const gone = await LoopbackServer.start(() => undefined);
	await gone.close();
	await run('create', { name: 'Gone', url: gone.url, events: ['JOB_CREATED'] });
	await happened('JOB_CREATED');
	expect((await healthByName()).get('Gone')).toMatchObject({
		callsFailedIn24h: 1,
		lastStatusCode: null,
		lastErrorMessage: expect.stringContaining('ECONNREFUSED'),
		healthy: false,
	});
});

it('forgives a failure when Phrase has delivered the same event later', async () => {
	sandbox.configure({ webhooks: { scheduleMs: [HOUR_MS] } });
	await created('/failing');
	sandbox.emit({ event: 'JOB_CREATED' });
	await until(() => sandbox.webhookCalls().some(({ statusCode }) => statusCode === 500));
	expect((await healthByName()).get('/failing')).toMatchObject({ callsFailedIn24h: 1, healthy: false });
	status = 200;
	sandbox.advance(HOUR_MS);
	await sandbox.delivered();
	expect(sandbox.webhookCalls().map(({ statusCode }) => statusCode)).toEqual([500, 200]);
	expect((await healthByName()).get('/failing')).toMatchObject({
		failedAttempts: 1,
		callsFailedIn24h: 0,
		lastFailedAt: null,
		healthy: true,
	});
});

it('does not forgive a failure because of another event, until a replay delivers it', async () => {
	await created('/failing');
	await happened('JOB_CREATED');
	status = 200;
	await happened('JOB_CREATED');
	expect((await healthByName()).get('/failing')).toMatchObject({ callsFailedIn24h: 1, healthy: false });
	const { items: calls } = await run('getCalls');
	const failed = calls.filter(({ json: { statusCode } }) => statusCode === 500);
	await run('replayCalls', {}, { items: failed });
	await sandbox.delivered();
	expect((await healthByName()).get('/failing')).toMatchObject({ callsFailedIn24h: 0, healthy: true });
});

describe('failures of more than 24 hours ago', () => {
	beforeEach(async () => {
		sandbox.advance(-25 * HOUR_MS);
		await created('/failing');
		await happened('JOB_CREATED', 120);
		sandbox.advance(25 * HOUR_MS);
	});

	it('do not count, but nothing has arrived since', async () => {
		expect((await healthByName()).get('/failing')).toMatchObject({
			failedAttempts: 120,
			callsFailedIn24h: 0,
			healthy: false,
		});
	});

	it('are over when a call has arrived since', async () => {
		status = 200;
		await happened('PROJECT_CREATED');
		expect((await healthByName()).get('/failing')).toMatchObject({ failedAttempts: 120, healthy: true });
	});

	it('are not read further than needed', async () => {
		status = 200;
		await happened('PROJECT_CREATED', 50);
		await run('getHealth');
		const { byOperation } = sandbox.counters();
		expect(byOperation).toMatchObject({ getWebHookListV2: 1, getWebhookCallsList: 2 });
	});
});

it('judges every webhook of a long list', async () => {
	await run(
		'create',
		{ name: 'One of many', url: `${receiver.url}/fine`, events: ['JOB_CREATED'] },
		{ items: emptyItems(51) },
	);
	const { items } = await run('getHealth');
	expect(new Set(items.map(({ json: { webhookUid } }) => webhookUid)).size).toBe(51);
});

it('gives an error item when Phrase refuses', async () => {
	sandbox.fault({ match: { path: '/webhooksCalls' }, do: { status: 403 } });
	await created('/fine');
	const { items } = await run('getHealth', {}, { continueOnFail: true });
	expect(items).toEqual([
		{ json: { error: expect.objectContaining({ httpCode: 403 }) }, pairedItem: { item: 0 } },
	]);
});

describe('a history that is long, or in another order than newest first', () => {
	const webhook = { uid: 'w1', name: 'Hook', status: 'ENABLED', failedAttempts: 1 };
	let phrase: ScriptedPhrase;
	let calls: object[];

	beforeAll(async () => {
		phrase = await ScriptedPhrase.start((response, { path }) => {
			const { pathname, searchParams } = new URL(path, 'http://phrase');
			const list = pathname.endsWith('/webhooks') ? [webhook] : calls;
			const pageSize = Number(searchParams.get('pageSize'));
			const begin = Number(searchParams.get('pageNumber')) * pageSize;
			const totalPages = Math.ceil(list.length / pageSize);
			json(response, 200, { content: list.slice(begin, begin + pageSize), totalPages });
		});
	});

	beforeEach(() => {
		phrase.server.received.length = 0;
	});

	afterAll(async () => {
		await phrase.close();
	});

	/** Calls up to now, so far apart, the oldest first; the last ones failed. */
	const oldestFirst = (count: number, failed: number, apartMs = HOUR_MS) =>
		Array.from({ length: count }, (_, index) => ({
			uid: `call-${index}`,
			eventUid: `event-${index}`,
			createdAt: new Date(Date.now() - (count - index - 0.5) * apartMs).toISOString(),
			statusCode: index >= count - failed ? 503 : 200,
		}));

	const health = async () =>
		await run('getHealth', {}, { credentials: { phraseTmsApi: phrase.credential() } });

	it('is read to its end', async () => {
		calls = oldestFirst(130, 2);
		const { items } = await health();
		expect(items[0]?.json).toMatchObject({ callsFailedIn24h: 2, lastStatusCode: 503, callsComplete: true });
	});

	it('is read up to a limit, and that is said', async () => {
		calls = oldestFirst(MOST_CALLS + 100, 2);
		const { items, context } = await health();
		expect(items[0]?.json).toMatchObject({ callsFailedIn24h: 0, callsComplete: false, healthy: false });
		expect(phrase.requests).toHaveLength(1 + MOST_CALLS / 50);
		expect(context.hints).toEqual([
			expect.objectContaining({
				message: expect.stringContaining("more calls of webhook 'Hook' than the 5000"),
			}),
		]);
	});

	it('is healthy as far as it was read when the newest calls of very many arrived', async () => {
		calls = oldestFirst(MOST_CALLS + 100, 0, 1000).reverse();
		const { items } = await health();
		expect(items[0]?.json).toMatchObject({ callsComplete: false, healthy: true });
	});

	it('may repeat a call on the next page, which counts once', async () => {
		const newestFirst = oldestFirst(60, 60, HOUR_MS / 6).reverse();
		calls = [...newestFirst.slice(0, 50), ...newestFirst.slice(49)];
		const { items } = await health();
		expect(items[0]?.json).toMatchObject({ callsFailedIn24h: 60 });
	});

	it('may hold calls that do not tell when they were made, or how they ended', async () => {
		calls = [
			{ uid: 'a', eventUid: 'e1', statusCode: 500 },
			{ uid: 'b', eventUid: 'e2' },
			{ uid: 'c', statusCode: 500, createdAt: new Date().toISOString() },
			{ uid: 'd', parentUid: 'c', statusCode: 204, createdAt: new Date(Date.now() + 1000).toISOString() },
		];
		const { items } = await health();
		expect(items[0]?.json).toMatchObject({ callsFailedIn24h: 1, lastFailedAt: null, healthy: false });
	});
});
