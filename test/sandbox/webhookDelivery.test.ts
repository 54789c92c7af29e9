import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmittedEvent } from '../../sandbox';
import {
	call,
	createJob,
	createWebhook,
	finished,
	json,
	startReceiver,
	tms,
	until,
	type CreatedJobs,
	type Receiver,
} from './client';
import { useSandbox } from '../support/useSandbox';

const HOUR = 3_600_000;

interface EventBody {
	event: string;
	eventUid: string;
	timestamp: number;
	metadata: { project: Record<string, unknown> };
	jobParts?: Array<Record<string, unknown> & { uid: string }>;
	asyncRequest?: { id: string; action: string };
}

describe('events', () => {
	const sandbox = useSandbox({ times: { importMs: 0, exportMs: 0 }, webhooks: { scheduleMs: [] } });
	let receiver: Receiver;

	beforeEach(async () => {
		receiver = await startReceiver();
	});

	afterEach(async () => {
		await receiver.close();
	});

	const listen = (...events: string[]) => createWebhook(sandbox, { url: receiver.url, events });

	const bodies = (): EventBody[] => receiver.received as unknown as EventBody[];

	const received = (count: number) => until(bodies, (all) => all.length >= count);

	it('come as a POST with the secret token in a header', async () => {
		await createWebhook(sandbox, { url: receiver.url, events: ['JOB_UPDATED'], secretToken: 'a secret' });
		await listen('JOB_UPDATED');
		sandbox.emit({ event: 'JOB_UPDATED' });
		await sandbox.delivered();
		expect(receiver.headers.map((headers) => headers['x-memsource-token']).sort()).toEqual([
			'a secret',
			undefined,
		]);
		expect(receiver.headers[0]).toMatchObject({ 'content-type': 'application/json' });
	});

	it.each([
		['AUTHORIZATION', { authorization: 'a secret', 'x-memsource-token': undefined }],
		['X_MEMSOURCE_TOKEN', { authorization: undefined, 'x-memsource-token': 'a secret' }],
	] as const)('bring the token in the header that %s names', async (secretTokenType, headers) => {
		const webhook = { url: receiver.url, events: ['JOB_UPDATED'], secretToken: 'a secret' };
		await createWebhook(sandbox, { ...webhook, secretTokenType });
		sandbox.emit({ event: 'JOB_UPDATED' });
		await sandbox.delivered();
		const { authorization, 'x-memsource-token': token } = receiver.headers[0] ?? {};
		expect({ authorization, 'x-memsource-token': token }).toEqual(headers);
	});

	it('say what has happened in the form and with the names of webhooks', async () => {
		await listen('JOB_STATUS_CHANGED');
		const { jobUid, uid } = sandbox.seed.project;
		const before = Math.floor(Date.now() / 1000);
		const [eventUid] = sandbox.setJobStatus([jobUid], 'DELIVERED');
		await sandbox.delivered();
		expect(bodies()).toEqual([
			{
				event: 'JOB_STATUS_CHANGED',
				eventUid,
				timestamp: expect.any(Number),
				metadata: {
					project: {
						id: expect.any(Number),
						uid,
						name: sandbox.seed.project.name,
						sourceLang: 'en',
						status: 'NEW',
						createdBy: expect.objectContaining({ uid: sandbox.seed.user.uid }),
					},
				},
				jobParts: [
					expect.objectContaining({
						uid: jobUid,
						fileName: 'guide.md',
						targetLang: 'cs_cz',
						workflowLevel: 1,
						// The REST API's DELIVERED.
						status: 'COMPLETED',
						project: expect.objectContaining({ uid }),
					}),
				],
			},
		]);
		expect(bodies()[0]?.timestamp).toBeGreaterThanOrEqual(before);
		const { content } = json(await tms(sandbox, 'GET', `/v2/projects/${uid}/jobs`)) as {
			content: Array<{ uid: string; status: string }>;
		};
		expect(content.find((job) => job.uid === jobUid)?.status).toBe('DELIVERED');
	});

	it.each([
		['ACCEPTED', 'ASSIGNED'],
		['COMPLETED', 'COMPLETED_BY_LINGUIST'],
		['DECLINED', 'DECLINED_BY_LINGUIST'],
		['REJECTED', 'REJECTED_BY_LINGUIST'],
		['EMAILED', 'EMAILED'],
	] as const)('call the status %s of the REST API %s', async (status, webhookStatus) => {
		await listen('JOB_STATUS_CHANGED');
		sandbox.emit({ event: 'JOB_STATUS_CHANGED', status });
		await sandbox.delivered();
		expect(bodies()[0]?.jobParts?.[0]?.status).toBe(webhookStatus);
	});

	it('tell of all jobs of a file after their import, and of the end of the request', async () => {
		await listen('JOB_CREATED', 'ASYNC_REQUEST_FINISHED');
		const reply = json(
			await createJob(sandbox, 'a.txt', 'Hello', { targetLangs: ['cs_cz', 'de'] }),
		) as CreatedJobs;
		await received(2);
		const created = bodies().find(({ event }) => event === 'JOB_CREATED');
		expect(created?.jobParts?.map(({ uid }) => uid)).toEqual(reply.jobs.map(({ uid }) => uid));
		const ended = bodies().find(({ event }) => event === 'ASYNC_REQUEST_FINISHED');
		expect(ended?.asyncRequest).toMatchObject({ id: reply.asyncRequest?.id, action: 'IMPORT_JOB' });
	});

	it('tell of ready jobs too, but not of jobs whose import failed', async () => {
		await listen('JOB_CREATED');
		const failing = json(
			await createJob(sandbox, 'fail-import.txt', 'Hello', { targetLangs: ['de'] }),
		) as CreatedJobs;
		await finished(sandbox, failing.asyncRequest?.id ?? '');
		const [ready] = sandbox.createJobs({ projectUid: sandbox.seed.workflowProject.uid });
		await sandbox.delivered();
		expect(bodies()).toHaveLength(1);
		expect(bodies()[0]?.jobParts?.[0]?.uid).toBe(ready?.uid);
		expect(bodies()[0]?.jobParts).toHaveLength(2);
	});

	it('of a status are one per project', async () => {
		await listen('JOB_STATUS_CHANGED');
		const { project, workflowProject } = sandbox.seed;
		const uids = sandbox.setJobStatus(
			[project.jobUid, project.nonAsciiJobUid, ...workflowProject.jobUids],
			'ACCEPTED',
		);
		expect(uids).toHaveLength(2);
		await sandbox.delivered();
		const byUid = new Map(bodies().map(({ eventUid, jobParts }) => [eventUid, jobParts ?? []]));
		expect(uids.map((uid) => byUid.get(uid)?.length)).toEqual([2, workflowProject.jobUids.length]);
	});

	it('go to those that listen to them, and to nobody else', async () => {
		await listen('JOB_DELETED');
		await createWebhook(sandbox, { url: receiver.url, events: ['JOB_UPDATED'], status: 'DISABLED' });
		sandbox.emit([{ event: 'JOB_DELETED' }, { event: 'JOB_UPDATED' }]);
		await sandbox.delivered();
		expect(bodies().map(({ event }) => event)).toEqual(['JOB_DELETED']);
	});

	it('can hold anything, and be unknown to Phrase of today', async () => {
		sandbox.configure({ webhooks: { extraEvents: ['JOB_PAINTED'] } });
		await listen('JOB_PAINTED');
		const body = { paint: { colour: 'blue' }, metadata: {} };
		expect(sandbox.emit({ event: 'JOB_PAINTED', body, eventUid: 'mine' })).toEqual(['mine']);
		await sandbox.delivered();
		expect(bodies()).toEqual([
			{ ...body, event: 'JOB_PAINTED', eventUid: 'mine', timestamp: expect.any(Number) },
		]);
	});

	it('are not sent at all when one of them cannot be', async () => {
		await listen('JOB_UPDATED');
		const wrong: EmittedEvent[] = [{ event: 'JOB_UPDATED' }, { event: 'JOB_UPDATED', jobUids: ['nobody'] }];
		expect(() => sandbox.emit(wrong)).toThrow('nobody');
		expect(() => sandbox.setJobStatus([sandbox.seed.project.jobUid, 'nobody'], 'ACCEPTED')).toThrow('nobody');
		expect(() => sandbox.setJobStatus([sandbox.seed.project.jobUid], 'PAINTED')).toThrow();
		await sandbox.delivered();
		expect(receiver.received).toEqual([]);
	});

	it('are tried again over the schedule until they are answered 200', async () => {
		sandbox.configure({ webhooks: { scheduleMs: [HOUR, 2 * HOUR] } });
		await listen('JOB_UPDATED');
		receiver.answers.push(500, 204);
		const [eventUid] = sandbox.emit({ event: 'JOB_UPDATED' });
		const failures = (count: number) =>
			until(
				() => sandbox.counters(),
				({ eventsFailed }) => eventsFailed === count,
			);
		await failures(1);
		sandbox.advance(HOUR);
		await failures(2);
		sandbox.advance(HOUR);
		expect(sandbox.counters().eventsSent).toBe(2);
		sandbox.advance(HOUR);
		await sandbox.delivered();
		expect(bodies().map((body) => body.eventUid)).toEqual([eventUid, eventUid, eventUid]);
		expect(sandbox.counters()).toMatchObject({ eventsSent: 3, eventsFailed: 2, eventsDelivered: 1 });
		const [first, ...retries] = sandbox.webhookCalls();
		expect(first).toMatchObject({ parentUid: null, retryAttempt: 0, statusCode: 500, eventUid });
		expect(retries).toMatchObject([
			{ parentUid: first?.uid, retryAttempt: 1, statusCode: 204, body: first?.body },
			{ parentUid: first?.uid, retryAttempt: 2, statusCode: 200, body: first?.body },
		]);
		expect(new Set(sandbox.webhookCalls().map(({ uid }) => uid)).size).toBe(3);
	});

	it('are given up after the last retry', async () => {
		sandbox.configure({ webhooks: { scheduleMs: [1, 1] } });
		await listen('JOB_UPDATED');
		receiver.answers.push(500, 500, 500);
		sandbox.emit({ event: 'JOB_UPDATED' });
		await sandbox.delivered();
		expect(receiver.received).toHaveLength(3);
		expect(sandbox.webhooks()[0]).toMatchObject({ status: 'ENABLED', failedAttempts: 3 });
	});

	it('disable their webhook after too many failures, and are lost until it is enabled', async () => {
		sandbox.configure({ webhooks: { deactivateAfter: 3, scheduleMs: [1, 1, 1, 1] } });
		const { uid } = await listen('JOB_UPDATED');
		receiver.answers.push(500, 500, 500);
		sandbox.emit({ event: 'JOB_UPDATED' });
		await sandbox.delivered();
		expect(sandbox.webhooks()[0]).toMatchObject({ status: 'DISABLED', failedAttempts: 3 });
		sandbox.emit({ event: 'JOB_UPDATED' });
		await sandbox.delivered();
		// Neither the new event nor another retry of the old one.
		expect(sandbox.webhookCalls()).toHaveLength(3);
		const enabled = await tms(sandbox, 'PUT', `/v2/webhooks/${uid}`, {
			json: { url: receiver.url, events: ['JOB_UPDATED'], status: 'ENABLED' },
		});
		expect(json(enabled)).toMatchObject({ status: 'ENABLED', failedAttempts: 0 });
		const [last] = sandbox.emit({ event: 'JOB_UPDATED' });
		await sandbox.delivered();
		expect(bodies()).toHaveLength(4);
		expect(bodies()[3]?.eventUid).toBe(last);
	});

	it('do not reach a webhook that was disabled or deleted by hand', async () => {
		const [one, other] = [await listen('JOB_UPDATED'), await listen('JOB_UPDATED')];
		sandbox.disableWebhook(one.uid);
		sandbox.deleteWebhook(other.uid);
		expect(() => sandbox.deleteWebhook(other.uid)).toThrow('not found');
		sandbox.emit({ event: 'JOB_UPDATED' });
		await sandbox.delivered();
		expect(sandbox.webhookCalls()).toEqual([]);
		expect(sandbox.webhooks()).toMatchObject([{ uid: one.uid, status: 'DISABLED' }]);
	});

	it('note why a receiver could not be reached', async () => {
		await listen('JOB_UPDATED');
		await receiver.close();
		sandbox.emit({ event: 'JOB_UPDATED' });
		await sandbox.delivered();
		expect(sandbox.webhookCalls()).toMatchObject([
			{ statusCode: null, errorMessage: expect.stringContaining('ECONNREFUSED') },
		]);
		receiver = await startReceiver();
	});

	it('come twice when they are told to, although they were answered 200', async () => {
		sandbox.configure({ webhooks: { duplicates: 1, duplicateDelayMs: HOUR } });
		await listen('JOB_UPDATED');
		const [eventUid] = sandbox.emit({ event: 'JOB_UPDATED' });
		await received(1);
		await until(
			() => sandbox.counters(),
			({ eventsDelivered }) => eventsDelivered === 1,
		);
		sandbox.advance(HOUR);
		await sandbox.delivered();
		expect(bodies().map((body) => body.eventUid)).toEqual([eventUid, eventUid]);
		expect(receiver.received[1]).toEqual(receiver.received[0]);
	});

	it('come twice for some only', async () => {
		sandbox.configure({ webhooks: { duplicates: 0.5 } });
		await listen('JOB_UPDATED');
		sandbox.emit({ event: 'JOB_UPDATED', count: 40 });
		await sandbox.delivered();
		expect(receiver.received.length).toBeGreaterThan(40);
		expect(receiver.received.length).toBeLessThan(80);
		expect(new Set(bodies().map(({ eventUid }) => eventUid)).size).toBe(40);
	});

	it('can be delivered again, to those that got them', async () => {
		await listen('JOB_UPDATED');
		const uids = sandbox.emit([{ event: 'JOB_UPDATED' }, { event: 'JOB_UPDATED' }]);
		await sandbox.delivered();
		sandbox.redeliver(uids.slice(0, 1));
		await sandbox.delivered();
		expect(bodies()).toHaveLength(3);
		expect(bodies()[2]?.eventUid).toBe(uids[0]);
		expect(sandbox.webhookCalls()[2]).toMatchObject({ forced: false, retryAttempt: 0 });
		expect(() => sandbox.redeliver(['nobody'])).toThrow('nobody');
	});

	it('are sent a limited number at a time', async () => {
		const held: ServerResponse[] = [];
		const slow = createServer((incoming, answer) => {
			incoming.resume();
			held.push(answer);
		});
		await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
		sandbox.configure({ webhooks: { concurrency: 3 } });
		await createWebhook(sandbox, { url, events: ['JOB_UPDATED'] });
		sandbox.emit({ event: 'JOB_UPDATED', count: 10 });
		for (let answered = 0; answered < 10; answered += 1) {
			const [answer] = await until(
				() => held,
				({ length }) => length >= Math.min(3, 10 - answered),
			);
			expect(sandbox.counters().eventsSent).toBe(Math.min(10, answered + 3));
			held.shift();
			answer?.end();
		}
		await sandbox.delivered();
		expect(sandbox.counters()).toMatchObject({ eventsSent: 10, eventsDelivered: 10 });
		slow.close();
		slow.closeAllConnections();
	});

	it('can be thousands at once', async () => {
		await listen('JOB_STATUS_CHANGED');
		const jobs = sandbox.createJobs({ count: 300, projectUid: sandbox.seed.project.uid });
		const events = Array.from({ length: 2_000 }, (_, index) => {
			const jobUids = [0, 1, 2].map((part) => jobs[(index + part) % jobs.length]?.uid ?? '');
			return { event: 'JOB_STATUS_CHANGED', jobUids, status: 'ACCEPTED' as const };
		});
		const uids = sandbox.emit(events);
		await sandbox.delivered();
		expect(new Set(bodies().map(({ eventUid }) => eventUid))).toEqual(new Set(uids));
		expect(uids).toHaveLength(2_000);
		const partsOf = new Map(bodies().map(({ eventUid, jobParts }) => [eventUid, jobParts]));
		expect(uids.map((uid) => partsOf.get(uid)?.map((part) => part.uid))).toEqual(
			events.map(({ jobUids }) => jobUids),
		);
		expect(sandbox.counters()).toMatchObject({ eventsSent: 2_000, eventsDelivered: 2_000 });
	}, 30_000);

	it('end with the sandbox: nobody waits for them for ever', async () => {
		sandbox.configure({ webhooks: { scheduleMs: [HOUR] } });
		await listen('JOB_UPDATED');
		receiver.answers.push(500);
		sandbox.emit({ event: 'JOB_UPDATED' });
		const delivered = sandbox.delivered();
		await sandbox.reset();
		await expect(delivered).resolves.toBeUndefined();
	});

	it('can be had over HTTP as in code', async () => {
		const control = `${sandbox.url}/_sandbox`;
		const post = async (path: string, body: unknown) =>
			json(await call('POST', `${control}${path}`, { json: body }));
		const { uid } = await listen('JOB_STATUS_CHANGED', 'JOB_UPDATED');
		const emitted = await post('/events', [{ event: 'JOB_UPDATED' }]);
		const changed = await post('/jobs/status', {
			jobUids: [sandbox.seed.project.jobUid],
			status: 'ACCEPTED',
		});
		expect(json(await call('GET', `${control}/events/delivered`))).toMatchObject({ eventsDelivered: 2 });
		await post('/events/redeliver', { eventUids: emitted });
		expect(json(await call('GET', `${control}/events/delivered`))).toMatchObject({ eventsDelivered: 3 });
		expect(bodies().map(({ eventUid }) => eventUid)).toEqual(
			expect.arrayContaining([emitted, changed].flat()),
		);
		expect(json(await call('GET', `${control}/webhookCalls`))).toHaveLength(3);
		expect(await post(`/webhooks/${uid}/disable`, {})).toMatchObject([{ uid, status: 'DISABLED' }]);
		expect(json(await call('GET', `${control}/webhooks`))).toHaveLength(1);
		expect(json(await call('DELETE', `${control}/webhooks/${uid}`))).toEqual([]);
		const wrong = await call('POST', `${control}/events`, { json: { events: 'JOB_UPDATED' } });
		expect(wrong.status).toBe(400);
	});
});
