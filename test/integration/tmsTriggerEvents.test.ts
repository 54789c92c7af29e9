import crypto from 'node:crypto';
import { WebhookContext } from 'n8n-core';
import {
	closeServers,
	NODE_KEY,
	registered,
	serveEvents,
	serveTest,
	TEST_TOKEN,
	TOKEN,
} from '../support/eventServer';
import { logLines } from '../support/logLines';

const part = (uid: string, more: object = {}) => ({
	uid,
	fileName: `${uid}.docx`,
	targetLang: 'cs_cz',
	workflowLevel: 2,
	status: 'COMPLETED_BY_LINGUIST',
	project: { uid: 'P1', lastWorkflowLevel: 2 },
	...more,
});
const project = { uid: 'P1', name: 'Website', status: 'ASSIGNED' };
const changed = {
	event: 'JOB_STATUS_CHANGED',
	eventUid: 'E1',
	timestamp: 1770664466,
	jobParts: [part('J1'), part('J2'), part('J3', { status: 'COMPLETED' })],
	metadata: { project },
};

/** What a caller is told of whatever may be well the next time. */
const NOT_NOW = 'Could not take the call at the moment';

afterEach(async () => {
	jest.restoreAllMocks();
	await closeServers();
});

const refusal = (status: number, message: string) => ({
	status,
	type: 'application/json; charset=utf-8',
	text: JSON.stringify({ message }),
});

describe('an event', () => {
	it('starts one execution, with an item for each job', async () => {
		const server = await serveEvents();
		expect(await server.deliver(changed)).toMatchObject({ status: 200 });
		expect(server.executions).toMatchObject([
			[
				{ json: { jobUid: 'J1', job: { filename: 'J1.docx', status: 'COMPLETED' } } },
				{ json: { jobUid: 'J2', job: { filename: 'J2.docx', status: 'COMPLETED' } } },
				{ json: { jobUid: 'J3', job: { status: 'DELIVERED', webhookStatus: 'COMPLETED' } } },
			],
		]);
		expect(server.executions[0]?.[0]).toEqual({
			json: {
				event: 'JOB_STATUS_CHANGED',
				known: true,
				eventUid: 'E1',
				timestamp: '2026-02-09T19:14:26.000Z',
				projectUid: 'P1',
				jobUid: 'J1',
				job: {
					...part('J1'),
					filename: 'J1.docx',
					status: 'COMPLETED',
					webhookStatus: 'COMPLETED_BY_LINGUIST',
				},
				project,
				metadata: { project },
			},
		});
	});

	it('that Phrase added later passes through, marked', async () => {
		const server = await serveEvents();
		expect(await server.deliver({ event: 'TERM_ADDED', term: { uid: 'T1' } })).toMatchObject({ status: 200 });
		expect(server.items()).toEqual([
			{ event: 'TERM_ADDED', known: false, eventUid: null, timestamp: null, term: { uid: 'T1' } },
		]);
	});

	it('that is known, and was not chosen, starts nothing', async () => {
		const server = await serveEvents();
		expect(await server.deliver({ ...changed, event: 'JOB_DELETED' })).toMatchObject({ status: 200 });
		expect(server).toMatchObject({ executions: [], thrown: [] });
	});

	it.each(['JOB_DELETED', ' JOB_EXPORTED ,, JOB_DELETED', ['JOB_DELETED']])(
		'that was typed in as %j starts the workflow',
		async (otherEvents) => {
			const server = await serveEvents({ events: [], eventOptions: { otherEvents } });
			await server.deliver({ ...changed, event: 'JOB_DELETED' });
			expect(server.executions).toHaveLength(1);
		},
	);

	it('moves on the time up to which events have arrived, never back', async () => {
		const server = await serveEvents();
		for (const [eventUid, timestamp] of [
			['E1', 1000],
			['E2', 3000],
			['E3', 2000],
			['E4', null],
		]) {
			await server.deliver({ ...changed, eventUid, timestamp });
			expect(server.executions).not.toEqual([]);
		}
		expect(server.state().lastSeenAt).toBe(3000);
	});
});

describe('the token', () => {
	it.each([
		['x-memsource-token', TOKEN],
		['X-Memsource-Token', TOKEN],
		['x-phrase-token', TOKEN],
		['authorization', TOKEN],
		['Authorization', `Bearer ${TOKEN}`],
	])('is taken from %s: %s', async (name, value) => {
		const server = await serveEvents();
		expect(await server.deliver(changed, { [name]: value })).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	const wrong: Array<[string, Record<string, string>]> = [
		['is missing', {}],
		['is empty', { 'x-memsource-token': '' }],
		['is another one', { 'x-memsource-token': TOKEN.replace('9', '8') }],
		['is a prefix of the right one', { 'x-memsource-token': TOKEN.slice(0, -1) }],
		['is longer than the right one', { 'x-memsource-token': `${TOKEN}0` }],
		['is given twice', { 'x-memsource-token': `${TOKEN}, ${TOKEN}` }],
		['is that of the test', { 'x-memsource-token': TEST_TOKEN }],
		['is in another header', { 'x-token': TOKEN }],
		['is another one in Authorization', { authorization: `Bearer ${TEST_TOKEN}` }],
		['comes as another scheme', { authorization: `Basic ${TOKEN}` }],
		[
			'is wrong, beside the right one in the other header',
			{ 'x-memsource-token': 'x', 'x-phrase-token': TOKEN },
		],
	];

	it.each(wrong)('is refused when it %s', async (_, headers) => {
		const server = await serveEvents();
		const answer = await server.deliver(changed, headers);
		expect(answer).toEqual(refusal(401, 'The token is missing or not valid'));
		expect(server).toMatchObject({ executions: [], thrown: [] });
	});

	it.each([
		['there is no registration', { staticData: {} }],
		['the registration has gone', { staticData: { [NODE_KEY]: { registrations: {} } } }],
		[
			'the stored digest is empty',
			{ staticData: { [NODE_KEY]: { registrations: { production: { tokenDigest: '' } } } } },
		],
	])('is refused, whatever it is, when %s', async (_, database) => {
		const server = await serveEvents({}, { database });
		for (const token of [TOKEN, '', 'undefined']) {
			expect(await server.deliver(changed, { 'x-memsource-token': token })).toMatchObject({ status: 401 });
		}
		expect(await server.deliver(changed, {})).toMatchObject({ status: 401 });
		expect(server.executions).toEqual([]);
	});

	it('of the test is the one that counts while the user tests', async () => {
		const server = await serveTest();
		expect(await server.deliverTest(changed, TOKEN)).toMatchObject({ status: 401 });
		expect(await server.deliverTest(changed, TEST_TOKEN)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	it('is looked at before the body is read', async () => {
		const server = await serveEvents();
		const endless = new ReadableStream({ pull: (stream) => stream.enqueue(Buffer.alloc(1024)) });
		const answer = await fetch(server.url, { method: 'POST', body: endless, duplex: 'half' }).then(
			({ status }) => status,
			// The connection may end before the body does.
			() => 401,
		);
		expect(answer).toBe(401);
		const unparsed = { 'content-type': 'application/octet-stream' };
		expect(await server.deliver('not JSON', unparsed)).toMatchObject({ status: 401 });
	});

	it.each([['is right', { 'x-memsource-token': TOKEN }], ...wrong])(
		'is compared in the same way when it %s',
		async (_, headers) => {
			const server = await serveEvents();
			const compare = jest.spyOn(crypto, 'timingSafeEqual');
			await server.deliver(changed, headers);
			const lengths = compare.mock.calls.map(([one, other]) => [one.byteLength, other.byteLength]);
			compare.mockRestore();
			expect(lengths).toEqual([
				[32, 32],
				[32, 32],
			]);
		},
	);

	it('is compared in the same way when there is nothing to compare it with', async () => {
		const server = await serveEvents({}, { database: { staticData: {} } });
		const compare = jest.spyOn(crypto, 'timingSafeEqual');
		await server.deliver(changed);
		const calls = compare.mock.calls.length;
		compare.mockRestore();
		expect(calls).toBe(2);
	});
});

describe('a body', () => {
	it.each<[string, string | Buffer, string]>([
		['that is empty', '', 'The body must be a JSON object'],
		['that is a list', JSON.stringify([changed]), 'The body must be a JSON object'],
		['that is null', 'null', 'The body must be a JSON object'],
		['that is no UTF-8', Buffer.from('{"event":"\xff"}', 'latin1'), 'The body must be a JSON object'],
		['without an event', '{"jobParts":[]}', 'The body names no event'],
		['whose event is empty', '{"event":""}', 'The body names no event'],
		['whose event is a number', '{"event":5}', 'The body names no event'],
	])('%s is rejected', async (_, body, message) => {
		const server = await serveEvents();
		expect(await server.deliver(body)).toEqual(refusal(400, message));
		expect(server).toMatchObject({ executions: [], thrown: [] });
	});

	it.each([
		['that is text', 'event=JOB_CREATED'],
		['that was cut', JSON.stringify(changed).slice(0, -1)],
	])('%s is rejected: by n8n where it is called JSON, else by the node', async (_, body) => {
		const server = await serveEvents();
		expect(await server.deliver(body)).toMatchObject({ status: 422 });
		const headers = { 'x-memsource-token': TOKEN, 'content-type': 'text/plain' };
		expect(await server.deliver(body, headers)).toEqual(refusal(400, 'The body must be a JSON object'));
		expect(server).toMatchObject({ executions: [], thrown: [] });
	});

	it('that is a form is rejected', async () => {
		const server = await serveEvents();
		const headers = { 'x-memsource-token': TOKEN, 'content-type': 'multipart/form-data; boundary=x' };
		expect(await server.deliver('--x--', headers)).toEqual(refusal(400, 'Could not read the body'));
		expect(server).toMatchObject({ executions: [], thrown: [] });
	});

	it.each([
		[
			'everything is of another type',
			{ jobParts: 5, jobPart: [], metadata: 'x', timestamp: 'now', eventUid: {} },
		],
		['jobs are of another type', { jobParts: [{ uid: 5, status: {}, fileName: [], project: 'x' }] }],
		['the project is of another type', { project: [], metadata: { project: 1 } }],
		['it tries to be a prototype', JSON.parse('{"__proto__":{"a":1},"constructor":{}}')],
	])('is taken when %s', async (_, more: object) => {
		const server = await serveEvents();
		expect(await server.deliver({ ...more, event: 'JOB_CREATED' })).toMatchObject({ status: 200 });
		expect(server.items()).toMatchObject([{ event: 'JOB_CREATED', known: true }]);
	});

	it.each(['text/plain', 'text/json', 'application/octet-stream'])(
		'of JSON is taken when it is called %s',
		async (type) => {
			const server = await serveEvents();
			const headers = { 'x-memsource-token': TOKEN, 'content-type': type };
			expect(await server.deliver(changed, headers)).toMatchObject({ status: 200 });
			expect(server.items()).toHaveLength(3);
		},
	);

	const bodyOf = (bytes: number) => `{"event":"JOB_CREATED","x":"${'x'.repeat(bytes - 30)}"}`;

	it('of 5 MB is rejected, one of 4096 KB is taken', async () => {
		const server = await serveEvents();
		expect(bodyOf(100)).toHaveLength(100);
		expect(await server.deliver(bodyOf(5 * 1024 * 1024))).toEqual(refusal(413, 'The body is too long'));
		expect(await server.deliver(bodyOf(4096 * 1024 + 1))).toMatchObject({ status: 413 });
		expect(await server.deliver(bodyOf(4096 * 1024))).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	it('of 5 MB is taken when the user wants it', async () => {
		const server = await serveEvents({ eventOptions: { maxBodySize: 6000 } });
		expect(await server.deliver(bodyOf(5 * 1024 * 1024))).toMatchObject({ status: 200 });
	});

	it('that is nested deeply is handed on', async () => {
		const server = await serveEvents();
		const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
		const answer = await server.deliver(`{"event":"JOB_CREATED","jobParts":${nested}}`);
		expect(answer).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});
});

describe('a setting that cannot be used', () => {
	it.each([
		[{ events: [] }, "Choose at least one event in 'Events'"],
		[
			{ eventOptions: { otherEvents: 'JOB CREATED' } },
			"'Other Events', at '0': \"JOB CREATED\" is not an event as Phrase writes it",
		],
		[{ filters: { workflowLevels: ['x'] } }, "'Workflow Step Names or IDs', at '0': expected a number"],
		[{ filters: { statuses: ['DONE'] } }, "'Job Status', at '0': the text \"DONE\" is none of"],
		[{ eventOptions: { maxBodySize: 'x' } }, "'Maximum Body Size (KB)': "],
		[{ eventOptions: { maxBodySize: '={{ Infinity }}' } }, "'Maximum Body Size (KB)': "],
		[{ eventOptions: { maxBodySize: '={{ [4096] }}' } }, "'Maximum Body Size (KB)': "],
	])('%j is named, and nothing is started', async (parameters, message) => {
		const server = await serveEvents(parameters);
		const log = logLines();
		expect(await server.deliver(changed)).toEqual(refusal(503, NOT_NOW));
		expect(server).toMatchObject({ executions: [], thrown: [] });
		expect(log).toEqual([['warn', expect.stringContaining(message)]]);
	});
});

it('is answered 503, starts nothing, and is taken when it comes again, whatever goes wrong', async () => {
	const server = await serveEvents();
	const log = logLines();
	const broken = jest.spyOn(WebhookContext.prototype, 'getQueryData').mockImplementation(() => {
		throw new TypeError('There is no query');
	});
	expect(await server.deliver(changed)).toEqual(refusal(503, NOT_NOW));
	expect(server).toMatchObject({ executions: [], thrown: [] });
	expect(log).toEqual([['warn', expect.stringContaining('There is no query')]]);
	broken.mockRestore();
	expect(await server.deliver(changed)).toMatchObject({ status: 200 });
	expect(server.executions).toHaveLength(1);
});

it('keeps the registrations when it writes what it has seen', async () => {
	const database = registered();
	const before = structuredClone(database.staticData[NODE_KEY]) as { registrations: object };
	const server = await serveEvents({}, { database });
	await server.deliver(changed);
	expect(server.state()).toMatchObject({ registrations: before.registrations, lastSeenAt: 1770664466 });
	expect(server.state().seen).toMatch(/^[\w-]{16}\w{6}$/);
});
