import { request as httpRequest } from 'node:http';
import type { IDataObject } from 'n8n-workflow';
import {
	closeServers,
	inAnotherProcess,
	NODE_KEY,
	serveEvents,
	serveTest,
	TOKEN,
	type EventServer,
} from '../support/eventServer';
import { until } from '../support/until';

const event = (eventUid?: unknown, more: object = {}) => ({
	event: 'JOB_CREATED',
	...(eventUid !== undefined && { eventUid }),
	jobParts: [{ uid: 'J1' }],
	...more,
});

/** Lets the server hold what it is about to start. */
function held(server: EventServer) {
	const waiting: Array<{ resolve: () => void; reject: (error: Error) => void }> = [];
	server.starting = async () =>
		await new Promise((resolve, reject) => {
			waiting.push({ resolve, reject });
		});
	return {
		count: () => waiting.length,
		go: () => waiting.shift()?.resolve(),
		fail: () => waiting.shift()?.reject(new Error('The database is not there')),
	};
}

const uidsOf = (server: EventServer) => server.items().map(({ eventUid }) => eventUid);

afterEach(closeServers);

describe('an event that is delivered again', () => {
	it('is answered 200 and starts nothing', async () => {
		const server = await serveEvents();
		for (let time = 0; time < 3; time++) {
			expect(await server.deliver(event('E1'))).toMatchObject({ status: 200 });
		}
		await server.deliver(event('E2'));
		expect(uidsOf(server)).toEqual(['E1', 'E2']);
	});

	it('without a UID is taken each time: two equal bodies may be two events', async () => {
		const server = await serveEvents();
		for (const eventUid of [undefined, undefined, null, '']) await server.deliver(event(eventUid));
		expect(server.executions).toHaveLength(4);
		expect(server.state().seen).toBeUndefined();
	});

	it('is taken each time while the user tests', async () => {
		const server = await serveTest();
		for (let time = 0; time < 2; time++) await server.deliverTest(event('E1', { timestamp: 1 }));
		expect(server.executions).toHaveLength(2);
		expect(server.testState()).toHaveProperty('registrations');
		expect(server.testState()).not.toHaveProperty('seen');
		expect(server.testState()).not.toHaveProperty('lastSeenAt');
		await server.deliver(event('E1'));
		expect(server.executions).toHaveLength(3);
	});

	it('is taken by each workflow', async () => {
		for (const server of [await serveEvents(), await serveEvents()]) {
			await server.deliver(event('E1'));
			expect(server.executions).toHaveLength(1);
		}
	});

	it('is taken when the filters left it out before, and no longer do', async () => {
		const parameters = { filters: { nameContains: 'b' } };
		const server = await serveEvents(parameters);
		await server.deliver(event('E1', { jobParts: [{ uid: 'J1', fileName: 'a' }] }));
		expect(server).toMatchObject({ executions: [], database: { staticData: {} } });
		expect(server.state().seen).toBeUndefined();
		parameters.filters.nameContains = 'a';
		await server.deliver(event('E1', { jobParts: [{ uid: 'J1', fileName: 'a' }] }));
		expect(server.executions).toHaveLength(1);
	});

	it.each([2, 20])('at the same moment starts one execution (%i deliveries)', async (deliveries) => {
		const server = await serveEvents();
		const start = held(server);
		const answers = Array.from({ length: deliveries }, async () => await server.deliver(event('E1')));
		await until(() => start.count() > 0);
		// An event that is delivered afterwards and comes this far shows that the others wait, and do not start.
		const other = server.deliver(event('E2'));
		await until(() => start.count() === 2);
		start.go();
		expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 200));
		start.go();
		await other;
		expect(uidsOf(server)).toEqual(['E1', 'E2']);
	});
});

describe('an event that n8n could not start the workflow with', () => {
	it('is taken when Phrase delivers it again', async () => {
		const server = await serveEvents();
		const start = held(server);
		const answer = server.deliver(event('E1'));
		await until(() => start.count() === 1);
		start.fail();
		expect(await answer).toMatchObject({ status: 500 });
		expect(server.state().seen).toBeUndefined();
		server.starting = async () => undefined;
		expect(await server.deliver(event('E1'))).toMatchObject({ status: 200 });
		expect(uidsOf(server)).toEqual(['E1']);
	});

	it('is taken by the delivery that waited for it', async () => {
		const server = await serveEvents();
		const start = held(server);
		const first = server.deliver(event('E1'));
		await until(() => start.count() === 1);
		const second = server.deliver(event('E1'));
		const third = server.deliver(event('E1'));
		start.fail();
		expect(await first).toMatchObject({ status: 500 });
		await until(() => start.count() === 1);
		start.go();
		expect(await second).toMatchObject({ status: 200 });
		expect(await third).toMatchObject({ status: 200 });
		expect(uidsOf(server)).toEqual(['E1']);
	});

	it('is not written down with another one', async () => {
		const server = await serveEvents();
		const start = held(server);
		const lost = server.deliver(event('E1'));
		await until(() => start.count() === 1);
		const other = server.deliver(event('E2'));
		await until(() => start.count() === 2);
		start.fail();
		await lost;
		start.go();
		await other;
		const restarted = await serveEvents({}, inAnotherProcess(server));
		await restarted.deliver(event('E2'));
		await restarted.deliver(event('E1'));
		expect(uidsOf(restarted)).toEqual(['E1']);
	});
});

describe('an event whose caller hung up before the answer', () => {
	async function hangUp(server: EventServer, body: object, once: () => boolean): Promise<void> {
		const before = server.unanswered;
		const call = httpRequest(server.url, { method: 'POST', headers: { 'x-memsource-token': TOKEN } });
		call.on('error', () => undefined).end(JSON.stringify(body));
		await until(once);
		call.destroy();
		await until(() => server.unanswered === before + 1);
	}

	it('is not taken again when n8n has started the workflow all the same', async () => {
		const server = await serveEvents();
		const start = held(server);
		await hangUp(server, event('E1'), () => start.count() === 1);
		start.go();
		await until(() => server.state().seen !== undefined);
		expect(await server.deliver(event('E1'))).toMatchObject({ status: 200 });
		expect(uidsOf(server)).toEqual(['E1']);
	});

	it('is not taken again when another one has overwritten what n8n had saved', async () => {
		const server = await serveEvents();
		const start = held(server);
		for (const [at, uid] of ['E1', 'E2', 'E3'].entries()) {
			await hangUp(server, event(uid), () => start.count() === at + 1);
		}
		// Delivered again before n8n has started anything: each waits for what becomes of the first.
		const answers = ['E1', 'E2', 'E3'].map(async (uid) => await server.deliver(event(uid)));
		answers.forEach(() => start.go());
		for (const answer of answers) expect(await answer).toMatchObject({ status: 200 });
		expect(uidsOf(server)).toEqual(['E1', 'E2', 'E3']);
		const restarted = await serveEvents({}, inAnotherProcess(server));
		for (const uid of ['E1', 'E2', 'E3', 'E4']) await restarted.deliver(event(uid));
		expect(uidsOf(restarted)).toEqual(['E4']);
	});

	it('is taken when n8n has not', async () => {
		const server = await serveEvents();
		const start = held(server);
		await hangUp(server, event('E1'), () => start.count() === 1);
		start.fail();
		await until(() => server.thrown.length === 1);
		const answer = server.deliver(event('E1'));
		await until(() => start.count() === 1);
		start.go();
		expect(await answer).toMatchObject({ status: 200 });
		expect(uidsOf(server)).toEqual(['E1']);
	});
});

describe('what was taken', () => {
	it('is known after a restart', async () => {
		const server = await serveEvents();
		await server.deliver(event('E1'));
		const restarted = await serveEvents({}, inAnotherProcess(server));
		expect(await restarted.deliver(event('E1'))).toMatchObject({ status: 200 });
		expect(restarted.executions).toEqual([]);
	});

	it('is known to another process', async () => {
		const one = await serveEvents();
		const other = await serveEvents({}, inAnotherProcess(one));
		for (const [server, uid] of [
			[one, 'E1'],
			[other, 'E2'],
			[one, 'E2'],
			[other, 'E1'],
			[one, 'E3'],
			[other, 'E3'],
		] as const) {
			expect(await server.deliver(event(uid))).toMatchObject({ status: 200 });
		}
		expect([uidsOf(one), uidsOf(other)]).toEqual([['E1', 'E3'], ['E2']]);
	});

	it('is written again when another process has overwritten it', async () => {
		const one = await serveEvents();
		const before = structuredClone(one.database.staticData);
		await one.deliver(event('E1'));
		const after = structuredClone(one.database.staticData);
		one.database.staticData = before;
		await one.deliver(event('E1'));
		expect(one.executions).toHaveLength(1);
		expect(one.database.staticData).toEqual(after);
	});

	it('is written with what came in between', async () => {
		const server = await serveEvents();
		const start = held(server);
		const first = server.deliver(event('E1'));
		await until(() => start.count() === 1);
		const second = server.deliver(event('E2'));
		await until(() => start.count() === 2);
		start.go();
		await first;
		start.go();
		await second;
		// The second one had begun before the first was saved, and has overwritten it.
		server.starting = async () => undefined;
		await server.deliver(event('E3'));
		const restarted = await serveEvents({}, inAnotherProcess(server));
		for (const uid of ['E1', 'E2', 'E3', 'E4']) await restarted.deliver(event(uid));
		expect(uidsOf(restarted)).toEqual(['E4']);
	});

	it('survives state that cannot be read', async () => {
		const server = await serveEvents();
		const node = server.database.staticData[NODE_KEY] as IDataObject;
		node.seen = 'x,,\u0000,AAAA,'.repeat(10);
		await server.deliver(event('E1'));
		await server.deliver(event('E1'));
		expect(uidsOf(server)).toEqual(['E1']);
	});
});
