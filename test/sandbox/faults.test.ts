import { request } from 'node:http';
import type { Fault } from '../../sandbox';
import {
	API_TOKEN,
	createJob,
	finished,
	json,
	tms,
	until,
	type AsyncRequestReply,
	type Reply,
} from './client';
import { useSandbox } from '../support/useSandbox';

/** What arrives of an answer that may break off. */
interface Received {
	status?: number;
	announced: number;
	bytes: number;
	error?: string;
}

/** Longer than any test waits. */
const FOREVER_MS = 600_000;

describe('faults', () => {
	const sandbox = useSandbox({ provokes: true, times: { importMs: 0, exportMs: 0 } });

	const whoAmI = (): Promise<Reply> => tms(sandbox, 'GET', '/v1/auth/whoAmI');

	/** Reads byte by byte what comes, to the end or to the break. */
	const receive = (path: string, onBytes?: (bytes: number) => void): Promise<Received> =>
		new Promise((resolve) => {
			const received: Received = { announced: 0, bytes: 0 };
			const fail = (error: NodeJS.ErrnoException) => resolve({ ...received, error: error.code });
			const asked = request(
				`${sandbox.tmsUrl}/api2${path}`,
				{ headers: API_TOKEN, agent: false },
				(answer) => {
					received.status = answer.statusCode;
					received.announced = Number(answer.headers['content-length']);
					answer.on('data', (chunk: Buffer) => {
						received.bytes += chunk.length;
						onBytes?.(received.bytes);
					});
					answer.on('end', () => resolve(received));
					answer.on('error', fail);
				},
			);
			asked.on('error', fail);
			asked.end();
		});

	it('answers 429 with Retry-After, then goes on as if nothing had been', async () => {
		sandbox.fault({ match: { path: 'whoAmI$', times: 2 }, do: { status: 429, retryAfter: 3 } });
		const first = await whoAmI();
		expect(first.status).toBe(429);
		expect(first.headers['retry-after']).toBe('3');
		expect(json(first)).toMatchObject({ errorCode: 'TooManyRequests' });
		expect([(await whoAmI()).status, (await whoAmI()).status]).toEqual([429, 200]);
		expect(sandbox.counters().faults).toBe(2);
		expect(sandbox.faults()).toMatchObject([{ matched: 3, fired: 2 }]);
	});

	it.each<[string, Fault['do'], number, string, RegExp]>([
		['an HTML page', { status: 502, body: 'html' }, 502, 'text/html', /^<!doctype html>/],
		[
			'a date to retry after',
			{ status: 503, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' },
			503,
			'application/json',
			/503/,
		],
		['nothing but a status', { status: 500, body: 'empty' }, 500, 'undefined', /^$/],
		['an empty body', { empty: true }, 200, 'undefined', /^$/],
	])('answers with %s', async (_what, action, status, type, body) => {
		sandbox.fault({ match: {}, do: action });
		const reply = await whoAmI();
		expect(reply.status).toBe(status);
		expect(String(reply.headers['content-type'])).toBe(type);
		expect(reply.text).toMatch(body);
	});

	it('answers with either kind of 429', async () => {
		sandbox.fault({ match: { nth: 1 }, do: { status: 429, atOnceLimit: 8 } });
		sandbox.fault({ match: { nth: 1 }, do: { status: 429 } });
		expect((await whoAmI()).headers).toMatchObject({ 'ratelimit-limit': '8', 'ratelimit-remaining': '0' });
		expect((await whoAmI()).headers).not.toHaveProperty('ratelimit-limit');
	});

	it('acts on the n-th request of a method only', async () => {
		sandbox.fault({ match: { method: 'get', path: 'whoAmI', nth: 2 }, do: { status: 500 } });
		expect([(await whoAmI()).status, (await whoAmI()).status, (await whoAmI()).status]).toEqual([
			200, 500, 200,
		]);
	});

	it('acts on a share of requests, the same ones every time', async () => {
		const run = async () => {
			sandbox.fault({ match: { rate: 0.3 }, do: { status: 503 } });
			const statuses: number[] = [];
			for (let i = 0; i < 40; i += 1) statuses.push((await whoAmI()).status);
			await sandbox.reset();
			return statuses;
		};
		const first = await run();
		expect(first.filter((status) => status === 503).length).toBeGreaterThan(5);
		expect(first.filter((status) => status === 503).length).toBeLessThan(20);
		expect(await run()).toEqual(first);
	});

	it('resets the connection before a request is served, or after', async () => {
		sandbox.fault({ match: { method: 'POST', nth: 1 }, do: { reset: 'before' } });
		await expect(createJob(sandbox, 'a.txt', 'Hello')).rejects.toMatchObject({ code: 'ECONNRESET' });
		sandbox.clearFaults();
		sandbox.fault({ match: { method: 'POST', nth: 1 }, do: { reset: 'after' } });
		await expect(createJob(sandbox, 'a.txt', 'Hello')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(sandbox.counters().duplicateJobs).toBe(0);
		await createJob(sandbox, 'a.txt', 'Hello');
		expect(sandbox.counters().duplicateJobs).toBe(1);
		expect(sandbox.requests().map(({ status }) => status)).toEqual([0, 0, 201]);
	});

	it('performs a request and still answers with an error', async () => {
		sandbox.fault({ match: { method: 'POST', nth: 1 }, do: { status: 504, performed: true } });
		expect((await createJob(sandbox, 'a.txt', 'Hello')).status).toBe(504);
		await createJob(sandbox, 'a.txt', 'Hello');
		expect(sandbox.counters().duplicateJobs).toBe(1);
	});

	it('cuts a download at half its length, and the id is spent', async () => {
		const size = 5_000_000;
		const [job] = sandbox.createJobs({ sizeBytes: size });
		const { projectUid, uid } = job ?? { projectUid: '', uid: '' };
		const target = await tms(sandbox, 'PUT', `/v2/projects/${projectUid}/jobs/${uid}/targetFile`);
		const { id } = (json(target) as { asyncRequest: AsyncRequestReply }).asyncRequest;
		await finished(sandbox, id);
		sandbox.fault({ match: { path: 'downloadTargetFile', nth: 1 }, do: { cut: 0.5 } });
		const path = `/v2/projects/${projectUid}/jobs/${uid}/downloadTargetFile/${id}`;
		expect(await receive(path)).toEqual({
			status: 200,
			announced: size,
			bytes: size / 2,
			error: 'ECONNRESET',
		});
		expect((await receive(path)).status).toBe(410);
		expect(sandbox.counters().spentIdReuse).toBe(1);
	});

	it('cuts a small JSON answer too', async () => {
		sandbox.fault({ match: {}, do: { cut: 0.25 } });
		const { announced, bytes, error } = await receive('/v1/auth/whoAmI');
		expect(bytes).toBe(Math.floor(announced / 4));
		expect(error).toBe('ECONNRESET');
	});

	it('is slow before the headers, for the request it acts on only', async () => {
		sandbox.fault({ match: { nth: 1 }, do: { slow: { headersMs: FOREVER_MS } } });
		const slow = whoAmI();
		await until(
			() => sandbox.counters().faults,
			(faults) => faults === 1,
		);
		expect((await whoAmI()).status).toBe(200);
		expect(sandbox.requests().map(({ status }) => status)).toEqual([undefined, 200]);
		// A reset wakes whoever sleeps.
		await sandbox.reset();
		expect((await slow).status).toBe(200);
	});

	it('is slow between the chunks of a body, and complete in the end', async () => {
		sandbox.fault({ match: {}, do: { slow: { chunkMs: FOREVER_MS } } });
		let arrived = 0;
		const slow = receive('/v1/auth/whoAmI', (bytes) => {
			arrived = bytes;
		});
		await until(
			() => arrived,
			(bytes) => bytes > 0,
		);
		const first = arrived;
		await sandbox.reset();
		const { announced, bytes } = await slow;
		expect(bytes).toBe(announced);
		expect(first).toBe(Math.ceil(announced / 4));
	});

	it('refuses a rule that it does not understand', () => {
		expect(() => sandbox.fault({ match: { path: '(' }, do: { status: 500 } })).toThrow(SyntaxError);
		expect(() => sandbox.fault({ match: {}, do: { status: 199 } })).toThrow();
		expect(() => sandbox.fault({ match: { paths: 'x' } as never, do: { status: 500 } })).toThrow('paths');
	});
});
