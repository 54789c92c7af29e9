import { WEBHOOK_EVENTS } from '../../core/phrase/events/webhookEvents';
import { createWebhook, json, tms, type Reply } from './client';
import { useSandbox } from '../support/useSandbox';

const URL = 'http://127.0.0.1:9/events';

interface Page {
	totalElements: number;
	totalPages: number;
	content: Array<{ uid: string; name: string }>;
}

describe('webhooks', () => {
	const sandbox = useSandbox({ provokes: true });

	const create = (body: Record<string, unknown>): Promise<Reply> =>
		tms(sandbox, 'POST', '/v2/webhooks', { json: body });

	const names = async (query: string): Promise<string[]> => {
		const page = json(await tms(sandbox, 'GET', `/v2/webhooks?${query}`)) as Page;
		return page.content.map(({ name }) => name);
	};

	it('are registered, read, changed and deleted', async () => {
		const reply = await create({
			url: URL,
			events: ['JOB_CREATED', 'JOB_STATUS_CHANGED'],
			name: 'Mine',
			secretToken: 'a secret',
		});
		expect(reply.status).toBe(201);
		const created = json(reply) as { uid: string };
		expect(created).toMatchObject({
			id: expect.any(String),
			uid: expect.any(String),
			url: URL,
			events: ['JOB_CREATED', 'JOB_STATUS_CHANGED'],
			name: 'Mine',
			secretToken: 'a secret',
			status: 'ENABLED',
			hidden: false,
			failedAttempts: 0,
			createdBy: { uid: sandbox.seed.user.uid },
			lastModifiedBy: { uid: sandbox.seed.user.uid },
		});
		const path = `/v2/webhooks/${created.uid}`;
		expect(json(await tms(sandbox, 'GET', path))).toEqual(created);
		const change = { url: `${URL}/2`, events: ['PROJECT_CREATED'], status: 'DISABLED', hidden: true };
		const changed = json(await tms(sandbox, 'PUT', path, { json: change })) as object;
		expect(changed).toMatchObject({ uid: created.uid, ...change });
		// What the new body does not say is gone.
		expect(changed).not.toHaveProperty('secretToken');
		expect(sandbox.webhooks()).toMatchObject([{ uid: created.uid, url: `${URL}/2` }]);
		expect((await tms(sandbox, 'DELETE', path)).status).toBe(204);
		expect((await tms(sandbox, 'GET', path)).status).toBe(404);
		expect((await tms(sandbox, 'DELETE', path)).status).toBe(404);
		expect(sandbox.webhooks()).toEqual([]);
	});

	it.each([
		['no url', { events: ['JOB_CREATED'] }, 'url'],
		['no events', { url: URL, events: [] }, 'events'],
		['a url that is none', { url: 'example', events: ['JOB_CREATED'] }, 'url'],
		['a name that is too long', { url: URL, events: ['JOB_CREATED'], name: 'x'.repeat(256) }, 'name'],
		[
			'a token that is too long',
			{ url: URL, events: ['JOB_CREATED'], secretToken: 'x'.repeat(256) },
			'secretToken',
		],
		[
			'an unknown kind of token',
			{ url: URL, events: ['JOB_CREATED'], secretTokenType: 'COOKIE' },
			'secretTokenType',
		],
		['an unknown status', { url: URL, events: ['JOB_CREATED'], status: 'PAUSED' }, 'status'],
		['an unknown event', { url: URL, events: ['JOB_CREATED', 'JOB_PAINTED'] }, 'JOB_PAINTED'],
	])('are refused with %s', async (_what, body, why) => {
		const reply = await create(body);
		expect(reply.status).toBe(400);
		expect(json(reply)).toEqual({
			errorCode: 'InvalidParameters',
			errorDescription: expect.stringContaining(why),
		});
		expect(sandbox.webhooks()).toEqual([]);
	});

	it('are for any of the events that Phrase has, tests and samples included', async () => {
		const events = WEBHOOK_EVENTS.map(({ value }) => value).sort();
		expect(events).toHaveLength(37);
		const { uid } = await createWebhook(sandbox, { url: URL, events });
		for (const event of events) {
			const test = await tms(sandbox, 'POST', `/v2/webhooks/${uid}/test?event=${event}`);
			expect([event, test.status]).toEqual([event, 201]);
		}
		const { previews } = json(await tms(sandbox, 'GET', '/v2/webhooks/previews')) as {
			previews: Array<{ event: string }>;
		};
		expect(previews.map(({ event }) => event).sort()).toEqual(events);
	});

	it('say what header the token comes in, and a change that does not say it takes that back', async () => {
		const webhook = { url: URL, events: ['JOB_CREATED'], secretToken: 'a secret' };
		const { uid } = await createWebhook(sandbox, { ...webhook, secretTokenType: 'AUTHORIZATION' });
		expect(sandbox.webhooks()).toMatchObject([{ secretTokenType: 'AUTHORIZATION' }]);
		await tms(sandbox, 'PUT', `/v2/webhooks/${uid}`, { json: webhook });
		expect(sandbox.webhooks()[0]?.secretTokenType).toBeUndefined();
	});

	it('keep what they were when a change is refused', async () => {
		const { uid } = await createWebhook(sandbox, { url: URL, events: ['JOB_CREATED'] });
		const before = sandbox.webhooks();
		const reply = await tms(sandbox, 'PUT', `/v2/webhooks/${uid}`, { json: { url: URL, events: ['NO'] } });
		expect(reply.status).toBe(400);
		expect(sandbox.webhooks()).toEqual(before);
	});

	it('can be for an event that Phrase adds later', async () => {
		sandbox.configure({ webhooks: { extraEvents: ['JOB_PAINTED'] } });
		expect((await create({ url: URL, events: ['JOB_PAINTED'] })).status).toBe(201);
	});

	it('are found by name, exact URL, status and event, page by page', async () => {
		await createWebhook(sandbox, { url: URL, events: ['JOB_CREATED'], name: 'b: invoices' });
		await createWebhook(sandbox, { url: `${URL}/2`, events: ['PROJECT_CREATED'], name: 'a: Invoices' });
		await createWebhook(sandbox, { url: `${URL}/3`, events: ['JOB_DELETED'], name: 'c', status: 'DISABLED' });
		expect(await names('')).toEqual(['b: invoices', 'a: Invoices', 'c']);
		expect(await names('name=invoices&sortField=NAME')).toEqual(['a: Invoices', 'b: invoices']);
		expect(await names('sortField=NAME&sortTrend=DESC')).toEqual(['c', 'b: invoices', 'a: Invoices']);
		expect(await names(`url=${encodeURIComponent(URL)}`)).toEqual(['b: invoices']);
		expect(await names('status=DISABLED')).toEqual(['c']);
		expect(await names('events=PROJECT_CREATED&events=JOB_DELETED')).toEqual(['a: Invoices', 'c']);
		expect(await names(`createdBy=${sandbox.seed.user.uid}`)).toHaveLength(3);
		expect(await names('modifiedBy=nobody')).toEqual([]);
		expect(await names('pageSize=2&pageNumber=1')).toEqual(['c']);
	});
});

describe('lists of the organization', () => {
	const sandbox = useSandbox();

	const list = async (path: string): Promise<Page> => json(await tms(sandbox, 'GET', path)) as Page;

	it('have every client once over all pages, those of projects too', async () => {
		const pages = [await list('/v1/clients'), await list('/v1/clients?pageNumber=1')];
		const uids = pages.flatMap(({ content }) => content.map(({ uid }) => uid));
		expect(new Set(uids).size).toBe(sandbox.seed.totals.clients);
		expect(uids).toContain(sandbox.seed.client.uid);
		const { content } = await list(`/v1/clients?name=${encodeURIComponent('client a')}`);
		expect(content).toMatchObject([{ uid: sandbox.seed.client.uid, name: 'Client A' }]);
		expect((await list('/v1/clients?createdBy=nobody')).content).toEqual([]);
		const [last] = (await list('/v1/clients?sort=NAME&order=DESC')).content;
		expect(last?.name).toBe('Client F');
	});

	it('have the workflow steps that projects are made of', async () => {
		const { content } = await list('/v1/workflowSteps');
		const { workflowSteps } = sandbox.seed.workflowProject;
		expect(content.map(({ name }) => name)).toEqual(
			expect.arrayContaining(workflowSteps.map(({ name }) => name)),
		);
		expect((await list('/v1/workflowSteps?name=rev&abbr=Rev')).content).toMatchObject([{ name: 'Revision' }]);
		expect((await list('/v1/workflowSteps?sort=ID&order=DESC')).content[0]?.name).toBe('Client review');
	});
});
