import { createWebhook, json, startReceiver, tms, type Receiver } from './client';
import { useSandbox } from '../support/useSandbox';

const DAY = 86_400_000;

interface Call {
	uid: string;
	parentUid: string | null;
	eventUid: string;
	webhookSettings: { uid: string };
	createdAt: string;
	forced: boolean;
	lastForcedAt: string | null;
	body: string;
	triggerEvent: string;
	statusCode: number | null;
}

describe('the history of webhooks', () => {
	const sandbox = useSandbox({ provokes: true, webhooks: { scheduleMs: [] } });
	let receiver: Receiver;

	beforeEach(async () => {
		receiver = await startReceiver();
	});

	afterEach(async () => {
		await receiver.close();
	});

	const listen = (...events: string[]) => createWebhook(sandbox, { url: receiver.url, events });

	const emit = async (...events: string[]): Promise<string[]> => {
		const uids = events.flatMap((event) => sandbox.emit({ event }));
		await sandbox.delivered();
		return uids;
	};

	const calls = async (query = ''): Promise<Call[]> =>
		(json(await tms(sandbox, 'GET', `/v1/webhooksCalls?${query}`)) as { content: Call[] }).content;

	const replay = (...uids: string[]) =>
		tms(sandbox, 'POST', '/v1/webhooksCalls/replay', {
			json: { webhookCalls: uids.map((uid) => ({ uid })) },
		});

	it('is found by event, webhook, outcome and first call', async () => {
		sandbox.configure({ webhooks: { scheduleMs: [1] } });
		const { uid } = await listen('JOB_UPDATED', 'JOB_DELETED');
		const other = await listen('JOB_DELETED');
		receiver.answers.push(500);
		await emit('JOB_UPDATED');
		await emit('JOB_DELETED');
		expect(await calls()).toHaveLength(4);
		expect(await calls('events=JOB_UPDATED&events=JOB_CREATED')).toHaveLength(2);
		expect(await calls(`webhookUid=${other.uid}`)).toMatchObject([
			{ webhookSettings: { uid: other.uid }, triggerEvent: 'JOB_DELETED', forced: false },
		]);
		const [failed] = await calls('status=FAILED');
		expect(failed).toMatchObject({ statusCode: 500, webhookSettings: { uid }, parentUid: null });
		expect(await calls('status=SUCCESS')).toHaveLength(3);
		expect(await calls(`parentUid=${failed?.uid}`)).toMatchObject([
			{ statusCode: 200, eventUid: failed?.eventUid, body: failed?.body },
		]);
		expect(await calls(`webhookEventUid=${failed?.eventUid}`)).toHaveLength(2);
		expect(await calls('pageSize=3&pageNumber=1')).toHaveLength(1);
		expect(JSON.parse(failed?.body ?? '')).toEqual(receiver.received[0]);
	});

	it('forgets after 14 days', async () => {
		await listen('JOB_UPDATED');
		const [old] = await emit('JOB_UPDATED');
		sandbox.advance(13 * DAY);
		const [young] = await emit('JOB_UPDATED');
		expect((await calls()).map(({ eventUid }) => eventUid).sort()).toEqual([old, young].sort());
		const gone = (await calls()).find(({ eventUid }) => eventUid === old)?.uid ?? '';
		sandbox.advance(DAY + 1);
		expect((await calls()).map(({ eventUid }) => eventUid)).toEqual([young]);
		expect((await replay(gone)).status).toBe(404);
	});

	it('replays calls as they were, in the order of the request, each to its own webhook', async () => {
		sandbox.configure({ webhooks: { concurrency: 1 } });
		const { uid } = await listen('JOB_UPDATED');
		const other = await startReceiver();
		await createWebhook(sandbox, { url: other.url, events: ['JOB_UPDATED'] });
		const [first, second] = await emit('JOB_UPDATED', 'JOB_UPDATED');
		const [latest, before] = await calls(`webhookUid=${uid}`);
		expect([latest?.eventUid, before?.eventUid]).toEqual([second, first]);
		expect((await replay(latest?.uid ?? '', before?.uid ?? '')).status).toBe(202);
		await sandbox.delivered();
		expect(other.received).toHaveLength(2);
		expect(receiver.received.map(({ eventUid }) => eventUid)).toEqual([first, second, second, first]);
		expect(receiver.received[2]).toEqual(receiver.received[1]);
		expect(await calls(`webhookUid=${uid}`)).toMatchObject([
			{ forced: true, parentUid: before?.uid, lastForcedAt: null },
			{ forced: true, parentUid: latest?.uid, lastForcedAt: null },
			{ forced: false, uid: latest?.uid, lastForcedAt: expect.any(String) },
			{ forced: false, uid: before?.uid, lastForcedAt: expect.any(String) },
		]);
		await other.close();
	});

	it('replays the last calls from the oldest to the newest; five when no number is given', async () => {
		sandbox.configure({ webhooks: { concurrency: 1 } });
		await listen('JOB_UPDATED', 'JOB_DELETED');
		const uids = await emit(...Array.from({ length: 7 }, () => 'JOB_UPDATED'));
		const replayed = async (query: string): Promise<unknown[]> => {
			const before = receiver.received.length;
			expect((await tms(sandbox, 'POST', `/v1/webhooksCalls/replay/latest${query}`)).status).toBe(202);
			await sandbox.delivered();
			return receiver.received.slice(before).map(({ eventUid }) => eventUid);
		};
		expect(await replayed('')).toEqual(uids.slice(-5));
		expect(await replayed('?numberOfCalls=2')).toEqual(uids.slice(-2));
		receiver.answers.push(500);
		const [failed] = await emit('JOB_DELETED');
		expect(await replayed('?status=FAILED')).toEqual([failed]);
		expect(await replayed('?events=JOB_DELETED&numberOfCalls=1')).toEqual([failed]);
	});

	it('replays to a webhook that is disabled, but not to one that is gone', async () => {
		const { uid } = await listen('JOB_UPDATED');
		await emit('JOB_UPDATED');
		const [made] = await calls();
		sandbox.disableWebhook(uid);
		expect((await replay(made?.uid ?? '')).status).toBe(202);
		await sandbox.delivered();
		expect(receiver.received).toHaveLength(2);
		sandbox.deleteWebhook(uid);
		expect((await replay(made?.uid ?? '')).status).toBe(404);
		expect((await tms(sandbox, 'POST', '/v1/webhooksCalls/replay/latest')).status).toBe(202);
		await sandbox.delivered();
		expect(receiver.received).toHaveLength(2);
	});

	it('has tests too, which carry the token and a sample of the event', async () => {
		const { uid } = await createWebhook(sandbox, {
			url: receiver.url,
			events: ['JOB_UPDATED', 'PROJECT_CREATED'],
			secretToken: 'a secret',
		});
		const path = `/v2/webhooks/${uid}/test`;
		expect((await tms(sandbox, 'POST', `${path}?event=PROJECT_CREATED`)).status).toBe(201);
		await sandbox.delivered();
		expect(receiver.received).toMatchObject([
			{ event: 'PROJECT_CREATED', project: { uid: sandbox.seed.project.uid } },
		]);
		expect(receiver.headers[0]?.['x-memsource-token']).toBe('a secret');
		expect(await calls()).toMatchObject([{ triggerEvent: 'PROJECT_CREATED', forced: false }]);
		expect((await tms(sandbox, 'POST', `${path}?event=JOB_PAINTED`)).status).toBe(400);
		expect((await tms(sandbox, 'POST', `${path}?event=JOB_DELETED`)).status).toBe(400);
		expect((await tms(sandbox, 'POST', path)).status).toBe(400);
		expect((await tms(sandbox, 'POST', '/v2/webhooks/nobody/test?event=JOB_UPDATED')).status).toBe(404);
	});
});

describe('previews', () => {
	const sandbox = useSandbox();

	interface Preview {
		event: string;
		preview: string;
	}

	const previews = async (query: string): Promise<Preview[]> =>
		(json(await tms(sandbox, 'GET', `/v2/webhooks/previews${query}`)) as { previews: Preview[] }).previews;

	it.each([
		['JOB_STATUS_CHANGED', { jobParts: [{ status: 'NEW', fileName: 'guide.md' }] }],
		['JOB_CREATED', { jobParts: [{ workflowLevel: 1 }] }],
		['JOB_CUSTOM_FIELDS_UPDATED', { jobParts: [{ customFields: [{ customField: { name: 'Priority' } }] }] }],
		['JOB_TARGET_UPDATED', { jobPart: { targetLang: 'cs_cz' }, confirmedUpdatedSegmentCount: 12 }],
		['JOB_UNEXPORTED', { jobUid: expect.any(String), error: expect.any(String) }],
		['PROJECT_CREATED', { project: { name: 'Sandbox project', targetLangs: expect.any(Array) } }],
		['PROJECT_TEMPLATE_DELETED', { projectTemplate: { templateName: 'Sandbox template' } }],
		['ANALYSIS_CREATED', { analyse: { analyseLanguageParts: [{ targetLang: 'cs_cz' }] } }],
		['ASYNC_REQUEST_FINISHED', { asyncRequest: { asyncResponse: { dateCreated: expect.any(String) } } }],
	])('show what %s holds', async (event, data) => {
		const [shown] = await previews(`?events=${event}`);
		expect(shown?.event).toBe(event);
		expect(JSON.parse(shown?.preview ?? '')).toMatchObject({
			...data,
			event,
			eventUid: expect.any(String),
			timestamp: expect.any(Number),
			metadata: { project: { uid: sandbox.seed.project.uid } },
		});
	});

	it('show the events asked for, or all', async () => {
		const two = await previews('?events=JOB_DELETED&events=JOB_UNSHARED');
		expect(two.map(({ event }) => event)).toEqual(['JOB_DELETED', 'JOB_UNSHARED']);
		const all = await previews('');
		expect(all).toHaveLength(37);
		expect(all.map(({ event, preview }) => [event, (JSON.parse(preview) as Preview).event])).toEqual(
			all.map(({ event }) => [event, event]),
		);
		expect((await tms(sandbox, 'GET', '/v2/webhooks/previews?events=JOB_PAINTED')).status).toBe(400);
	});
});
