import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { get } from 'node:https';
import { encodeName, startSandbox } from '../../sandbox';
import { generatedFile } from '../../sandbox/files';
import { API_TOKEN, call, createJob, json, tms, until } from './client';
import { useSandbox } from '../support/useSandbox';

const MIB = 1024 * 1024;

/** Downloads without keeping: length and SHA-256 of what came. */
function sumOf(url: string): Promise<{ length: number; announced: string | undefined; sha256: string }> {
	return new Promise((resolve, reject) => {
		const asked = request(url, { headers: API_TOKEN, agent: false }, (answer) => {
			const hash = createHash('sha256');
			let length = 0;
			answer.on('data', (chunk: Buffer) => {
				length += chunk.length;
				hash.update(chunk);
			});
			answer.on('error', reject);
			answer.on('end', () => {
				resolve({ length, announced: answer.headers['content-length'], sha256: hash.digest('hex') });
			});
		});
		asked.on('error', reject);
		asked.end();
	});
}

describe('the sandbox', () => {
	const sandbox = useSandbox();

	it('streams files of any size whose sum is known and the same every time', async () => {
		const size = 20 * MIB + 7;
		const { id, folders } = sandbox.seed.connector;
		const file = `${sandbox.tmsUrl}/api2/v1/connectors/${id}/folders/${folders.big}/files/${encodeName(`size-${size}.bin`)}`;
		const first = await sumOf(file);
		expect(first).toMatchObject({ length: size, announced: String(size) });
		await sandbox.reset();
		expect(await sumOf(file)).toEqual(first);

		const [job] = sandbox.createJobs({ sizeBytes: size });
		const original = await sumOf(
			`${sandbox.tmsUrl}/api2/v1/projects/${job?.projectUid}/jobs/${job?.uid}/original`,
		);
		const facts = await sandbox.job(job?.uid ?? '');
		expect(original.sha256).toBe(facts.source.sha256);
		expect(facts.target.size).toBe(size);
		expect(facts.target.sha256).not.toBe(facts.source.sha256);
	});

	it('notices a missing, doubled or displaced chunk of a file', async () => {
		const file = generatedFile('a.bin', 3 * MIB, 'seed');
		const chunks: Buffer[] = [];
		for await (const chunk of file.stream() as AsyncIterable<Buffer>) chunks.push(chunk);
		const sums = new Set(chunks.map((chunk) => createHash('sha256').update(chunk).digest('hex')));
		expect(sums.size).toBe(chunks.length);
		expect(createHash('sha256').update(Buffer.concat(chunks)).digest('hex')).toBe(await file.sha256());
	});

	it('counts connections and requests, but not those to its own endpoints', async () => {
		await call('GET', `${sandbox.url}/_sandbox/seed`);
		await tms(sandbox, 'GET', '/v1/auth/whoAmI');
		await tms(sandbox, 'GET', '/v1/languages?active=true');
		const counters = json(await call('GET', `${sandbox.url}/_sandbox/counters`)) as Record<string, unknown>;
		expect(counters).toMatchObject({
			connections: 2,
			requestsTotal: 2,
			byOperation: { whoAmI: 1, listOfLanguages: 1 },
			byStatus: { 200: 2 },
		});
		const [, last] = json(await call('GET', `${sandbox.url}/_sandbox/requests`)) as Array<
			Record<string, unknown>
		>;
		expect(last).toMatchObject({
			method: 'GET',
			path: '/web/api2/v1/languages',
			query: 'active=true',
			status: 200,
			connectionId: 2,
		});
	});

	it('adds latency to every API answer, but not to its own endpoints', async () => {
		sandbox.configure({ serviceTimeMs: 600_000 });
		const slow = tms(sandbox, 'GET', '/v1/auth/whoAmI');
		await until(
			() => sandbox.requests().length,
			(requests) => requests === 1,
		);
		expect((await call('GET', `${sandbox.url}/_sandbox/seed`)).status).toBe(200);
		expect(sandbox.requests()[0]?.status).toBeUndefined();
		// A reset wakes whoever sleeps.
		await sandbox.reset();
		expect((await slow).status).toBe(200);
	});

	it('refuses a configuration that it does not know, in code and over HTTP', async () => {
		expect(() => sandbox.configure({ times: { importMs: -1 } })).toThrow();
		await expect(startSandbox({ pendingLimits: 3 } as never)).rejects.toThrow('pendingLimits');
		const reply = await call('POST', `${sandbox.url}/_sandbox/configure`, { json: { serviceTime: 3 } });
		expect(reply.status).toBe(400);
		expect(reply.text).toContain('serviceTime');
		const good = await call('POST', `${sandbox.url}/_sandbox/configure`, { json: { times: { mtMs: 5 } } });
		expect(json(good)).toMatchObject({ times: { mtMs: 5, importMs: 300 } });
	});

	it('takes faults, a revocation and a reset over HTTP', async () => {
		const control = `${sandbox.url}/_sandbox`;
		await call('POST', `${control}/faults`, { json: { match: { path: 'whoAmI' }, do: { status: 503 } } });
		expect((await tms(sandbox, 'GET', '/v1/auth/whoAmI')).status).toBe(503);
		expect(json(await call('GET', `${control}/faults`))).toMatchObject([{ fired: 1 }]);
		expect(json(await call('DELETE', `${control}/faults`))).toEqual([]);
		expect((await call('POST', `${control}/tokens/revoke`)).status).toBe(200);
		await call('POST', `${control}/reset`);
		expect(sandbox.counters().requestsTotal).toBe(0);
		expect((await call('GET', `${control}/jobs/unknown`)).status).toBe(404);
	});

	it('is the same again after a reset', async () => {
		const seed = structuredClone(sandbox.seed);
		await createJob(sandbox, 'a.txt', 'Hello');
		sandbox.configure({ serviceTimeMs: 1 });
		await sandbox.reset();
		expect(sandbox.seed).toEqual(seed);
		expect(sandbox.config().serviceTimeMs).toBe(0);
		const path = `/v2/projects/${seed.project.uid}/jobs`;
		expect(json(await tms(sandbox, 'GET', path))).toMatchObject({ totalElements: 2 });
	});

	it('serves TLS with a certificate that a client can be told to trust', async () => {
		const secure = await startSandbox({ tls: true });
		const { caPem, caFile, url } = secure;
		expect(url).toMatch(/^https:/);
		const status = await new Promise((resolve, reject) => {
			get(`${url}/_sandbox/seed`, { ca: caPem, agent: false }, (answer) => {
				answer.resume();
				resolve(answer.statusCode);
			}).on('error', reject);
		});
		expect(status).toBe(200);
		expect(existsSync(caFile ?? '')).toBe(true);
		await secure.close();
		expect(existsSync(caFile ?? '')).toBe(false);
	});

	it('closes at once, with work under way and connections open', async () => {
		const other = await startSandbox({ serviceTimeMs: 60_000, times: { importMs: 60_000 } });
		const pending = tms(other, 'GET', '/v1/auth/whoAmI').catch(() => 'broken off');
		await until(
			() => other.requests().length,
			(requests) => requests === 1,
		);
		await other.close();
		await pending;
		await expect(call('GET', `${other.url}/_sandbox/seed`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	});
});
