import {
	createJob,
	finished,
	json,
	startReceiver,
	tms,
	until,
	type AsyncRequestReply,
	type CreatedJobs,
	type Receiver,
} from './client';
import { useSandbox } from '../support/useSandbox';

interface CallbackBody {
	asyncRequest: AsyncRequestReply;
	jobPart?: { uid: string };
	jobParts?: Array<{ uid: string }>;
}

describe('callbacks', () => {
	const sandbox = useSandbox({
		times: { importMs: 0, exportMs: 0, connectorDownloadMs: 0 },
		callbackScheduleMs: [1, 2, 3],
	});
	let receiver: Receiver;

	beforeEach(async () => {
		receiver = await startReceiver();
	});

	afterEach(async () => {
		await receiver.close();
	});

	const requestTarget = async (): Promise<AsyncRequestReply> => {
		const { uid, jobUid } = sandbox.seed.project;
		const reply = await tms(sandbox, 'PUT', `/v3/projects/${uid}/jobs/${jobUid}/targetFile`, {
			json: { callbackUrl: receiver.url },
		});
		return (json(reply) as { asyncRequest: AsyncRequestReply }).asyncRequest;
	};

	const received = (count: number) =>
		until(
			() => receiver.received as unknown as CallbackBody[],
			(bodies) => bodies.length >= count,
		);

	it('sends the asyncRequest as it is read, and the job', async () => {
		const { id } = await requestTarget();
		const [body] = await received(1);
		expect(body?.asyncRequest).toEqual(await finished(sandbox, id));
		expect(body?.jobPart?.uid).toBe(sandbox.seed.project.jobUid);
	});

	it('tells of a failure in the same way', async () => {
		const { jobs } = json(
			await createJob(sandbox, 'fail-import.txt', 'Hello', {
				targetLangs: ['de'],
				callbackUrl: receiver.url,
			}),
		) as CreatedJobs;
		const [body] = await received(1);
		expect(body?.asyncRequest.asyncResponse?.errorCode).toBe('IMPORT_FAILED');
		expect(body?.jobParts?.map(({ uid }) => uid)).toEqual(jobs.map(({ uid }) => uid));
	});

	it('sends the connector task', async () => {
		const { id, files } = sandbox.seed.connector;
		const path = `/v2/connectors/${id}/folders/${files.guide.folder}/files/${files.guide.encodedName}`;
		const task = json(await tms(sandbox, 'POST', path, { json: { callbackUrl: receiver.url } })) as {
			id: string;
		};
		await received(1);
		expect(receiver.received[0]).toMatchObject({ id: task.id, fileName: 'guide.md', action: 'API_DOWNLOAD' });
	});

	it('delivers again until it is answered 200, and not once more', async () => {
		receiver.answers.push(500, 204);
		await requestTarget();
		await until(
			() => sandbox.counters(),
			({ callbacksDelivered }) => callbacksDelivered === 1,
		);
		expect(receiver.received).toHaveLength(3);
		expect(sandbox.callbacks().map(({ attempt, status }) => [attempt, status])).toEqual([
			[1, 500],
			[2, 204],
			[3, 200],
		]);
		expect(sandbox.counters()).toMatchObject({ callbacksSent: 3, callbacksFailed: 2 });
	});

	it('gives up after the last wait of its schedule', async () => {
		receiver.answers.push(500, 500, 500, 500);
		await requestTarget();
		await until(
			() => sandbox.counters(),
			({ callbacksFailed }) => callbacksFailed === 4,
		);
		// Another callback has come and gone, so a fifth attempt would have been seen.
		await requestTarget();
		await received(5);
		expect(sandbox.callbacks().map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 1]);
	});

	it('notes why a receiver could not be reached', async () => {
		sandbox.configure({ callbackScheduleMs: [] });
		const { url } = receiver;
		await receiver.close();
		await requestTarget();
		const [attempt] = await until(
			() => sandbox.callbacks(),
			([first]) => first?.error !== undefined,
		);
		expect(attempt).toMatchObject({ url, attempt: 1 });
		receiver = await startReceiver();
	});

	it('delivers twice, or never, when it is told to', async () => {
		sandbox.configure({ callbacks: { duplicates: 1, shuffleMs: 5, delayMs: 1 } });
		const { id } = await requestTarget();
		expect((await received(2)).map(({ asyncRequest }) => asyncRequest.id)).toEqual([id, id]);
		sandbox.configure({ callbacks: { duplicates: 0, drop: 1 } });
		await finished(sandbox, (await requestTarget()).id);
		sandbox.configure({ callbacks: { drop: 0 } });
		const last = await requestTarget();
		expect((await received(3)).map(({ asyncRequest }) => asyncRequest.id)).toEqual([id, id, last.id]);
	});

	it('lets time pass at once: what takes an hour ends, and its callback comes', async () => {
		const hour = 3_600_000;
		sandbox.configure({ times: { exportMs: hour } });
		const { id } = await requestTarget();
		sandbox.advance(hour / 2);
		const half = await tms(sandbox, 'GET', `/v1/async/${id}`);
		expect((json(half) as AsyncRequestReply).asyncResponse).toBeNull();
		expect(receiver.received).toEqual([]);
		sandbox.advance(hour / 2);
		const [body] = await received(1);
		expect(body?.asyncRequest.id).toBe(id);
		expect(body?.asyncRequest.asyncResponse).not.toBeNull();
	});
});
