import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Busboy } from '@fastify/busboy';
import { GET, POST, type ByteSource } from '../../core/http/request';
import { QUICK, ScriptedPhrase, type Script } from '../support/phrase';
import { json } from '../support/server';

let phrase: ScriptedPhrase;
let script: Script;

beforeEach(async () => {
	phrase = await ScriptedPhrase.start((response, request) => script(response, request));
});

afterEach(async () => await phrase.close());

const MEGABYTE = Buffer.alloc(1024 * 1024, 'phrase ');
const download = () => GET`/api2/v1/file`.accepting('*/*');

describe('an opened answer', () => {
	it('gives the bytes as they are', async () => {
		script = (response) =>
			response.writeHead(200, { 'content-type': 'text/plain', 'x-a': ['1', '2'] }).end(MEGABYTE);
		const answer = await (await phrase.client()).open(download());
		expect(answer.headers).toMatchObject({ 'content-type': 'text/plain', 'x-a': '1, 2' });
		expect(MEGABYTE.equals(await buffer(answer.body))).toBe(true);
		expect(phrase.requests[0]?.headers).toMatchObject({
			accept: '*/*',
			'user-agent': expect.stringMatching(/^n8n-nodes-phrase\/\d+\.\d+\.\d+ \(\+https:\/\/\S+\)$/) as string,
		});
	});

	it.each([
		['gzip', gzipSync],
		['br', brotliCompressSync],
		['deflate', deflateSync],
	])('undoes %s', async (encoding, compress) => {
		script = (response) => response.writeHead(200, { 'content-encoding': encoding }).end(compress(MEGABYTE));
		const answer = await (await phrase.client()).open(download());
		expect(MEGABYTE.equals(await buffer(answer.body))).toBe(true);
	});

	it('ends with an error when fewer bytes come than were promised', async () => {
		script = (response) => {
			response.writeHead(200, { 'content-length': MEGABYTE.length });
			response.write(MEGABYTE.subarray(1000), () => response.destroy());
		};
		const answer = await (await phrase.client()).open(download());
		await expect(buffer(answer.body)).rejects.toMatchObject({
			name: 'PhraseError',
			message: expect.stringMatching(/^The connection to 127\.0\.0\.1:\d+ was lost$/) as string,
			kind: 'perhapsDone',
		});
	});

	it('ends with an error when a compressed answer is cut', async () => {
		const half = gzipSync(MEGABYTE).subarray(0, 500);
		script = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(half);
		const answer = await (await phrase.client()).open(download());
		await expect(buffer(answer.body)).rejects.toMatchObject({ name: 'PhraseError', kind: 'perhapsDone' });
	});

	it('ends with an error when the server falls silent', async () => {
		script = (response) => response.writeHead(200).write('begins');
		const client = await phrase.client({ patience: { ...QUICK, timeouts: { ...QUICK.timeouts, idle: 50 } } });
		const answer = await client.open(download());
		await expect(buffer(answer.body)).rejects.toThrow(/stayed silent for too long/);
	});

	it('ends with the reason when the execution is stopped', async () => {
		const stop = new AbortController();
		script = (response) => response.writeHead(200).write('begins');
		const { body } = await (await phrase.client({ signal: stop.signal })).open(download());
		const reading = buffer(body);
		stop.abort(new Error('stopped by the user'));
		await expect(reading).rejects.toThrow('stopped by the user');
	});

	it('closes its connection when it is not read to the end', async () => {
		let closed: () => void = () => undefined;
		const isClosed = new Promise<void>((resolve) => (closed = resolve));
		script = (response) => {
			response.on('close', closed);
			response.writeHead(200).write(MEGABYTE);
		};
		const answer = await (await phrase.client()).open(download());
		answer.body.destroy();
		await isClosed;
	});

	it('is an error with its body read when it is not a success', async () => {
		script = (response) => json(response, 404, { errorCode: 'NotFound', errorDescription: 'No such job.' });
		await expect((await phrase.client()).open(download())).rejects.toMatchObject({
			httpCode: 404,
			errorCode: 'NotFound',
			description: expect.stringContaining('Phrase says: No such job. [NotFound]') as string,
		});
	});

	it('is an error when it would lead elsewhere, and the token goes nowhere else', async () => {
		script = (response) => response.writeHead(302, { location: 'http://localhost:1/elsewhere' }).end();
		await expect((await phrase.client()).open(download())).rejects.toMatchObject({
			httpCode: 302,
			description: expect.stringContaining('check the region or the URL') as string,
		});
	});
});

describe('a complete answer', () => {
	it('is undefined without a body', async () => {
		script = (response) => response.writeHead(204).end();
		expect(await (await phrase.client()).send(POST`/api2/v1/a`.repeatable('refused').json({}))).toMatchObject(
			{
				status: 204,
				body: undefined,
			},
		);
	});

	it('must be JSON', async () => {
		script = (response) =>
			response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
		await expect((await phrase.client()).send(GET`/api2/v1/a`)).rejects.toThrow(/not JSON/);
		expect(phrase.requests).toHaveLength(1);
	});

	it('has an error body that is read in part only', async () => {
		script = (response) => response.writeHead(500).end('x'.repeat(10_000_000));
		await expect(
			(await phrase.client()).send(POST`/api2/v1/a`.repeatable('refused').json({})),
		).rejects.toMatchObject({
			httpCode: 500,
		});
	});

	it('must begin in time', async () => {
		script = () => undefined;
		const client = await phrase.client({
			patience: { ...QUICK, timeouts: { ...QUICK.timeouts, headers: 50 } },
		});
		await expect(client.send(POST`/api2/v1/a`.repeatable('refused').json({}))).rejects.toMatchObject({
			message: expect.stringMatching(/stayed silent for too long/) as string,
		});
	});

	it('shows no token that the server repeats', async () => {
		script = (response, { headers }) =>
			json(response, 400, { errorCode: 'Bad', errorDescription: `You sent ${headers.authorization ?? ''}` });
		const error: unknown = await (
			await phrase.client()
		)
			.send(GET`/api2/v1/a`)
			.catch((caught: unknown) => caught);
		expect(error).toMatchObject({ description: expect.stringContaining('You sent Bearer ***') as string });
	});
});

describe('an uploaded file', () => {
	const file = (content: Buffer, more: Partial<ByteSource> = {}): ByteSource => ({
		fileName: 'Prüfung 翻訳.txt',
		mimeType: 'text/plain',
		size: content.length,
		open: async () => Readable.from([content]),
		...more,
	});

	it('is sent as it is, with its length', async () => {
		script = (response) => json(response, 200, {});
		await (await phrase.client()).send(POST`/api2/v1/files`.repeatable('refused').bytes(file(MEGABYTE)));
		const [request] = phrase.requests;
		expect(request?.headers).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-length': String(MEGABYTE.length),
		});
		expect(request?.body.equals(MEGABYTE)).toBe(true);
	});

	it('is sent in chunks when its length is not known', async () => {
		script = (response) => json(response, 200, {});
		await (
			await phrase.client()
		).send(POST`/api2/v1/files`.repeatable('refused').bytes(file(MEGABYTE, { size: undefined })));
		expect(phrase.requests[0]?.headers).toMatchObject({ 'transfer-encoding': 'chunked' });
		expect(phrase.requests[0]?.body.equals(MEGABYTE)).toBe(true);
	});

	it('is sent as a part beside JSON', async () => {
		script = (response) => json(response, 200, {});
		await (
			await phrase.client()
		).send(
			POST`/v1/fileTranslations`.repeatable('refused').multipart([
				{ name: 'metadata', json: { sourceLang: 'en' } },
				{ name: 'file', file: file(MEGABYTE), contentType: 'text/plain' },
			]),
		);
		const [request] = phrase.requests;
		const parts: Array<Record<string, unknown>> = [];
		const parser = new Busboy({ headers: { 'content-type': request?.headers['content-type'] ?? '' } });
		parser.on('field', (name, text, _n, _v, _e, type) => parts.push({ name, text, type }));
		parser.on('file', (name, stream, fileName, _e, type) => {
			parts.push({ name, fileName, type });
			stream.resume();
		});
		parser.end(request?.body);
		await new Promise((resolve) => parser.on('finish', resolve));
		expect(request?.headers['content-length']).toBe(String(request?.body.length));
		expect(parts).toEqual([
			{ name: 'metadata', text: '{"sourceLang":"en"}', type: 'application/json' },
			{ name: 'file', fileName: 'Prüfung 翻訳.txt', type: 'text/plain' },
		]);
	});
});

it('keeps its connections: 200 calls, 16 at a time, over at most 16 of them', async () => {
	script = (response) => setTimeout(() => json(response, 200, { ok: true }), 2);
	const client = await phrase.client();
	let left = 200;
	await Promise.all(
		Array.from({ length: 16 }, async () => {
			while (left-- > 0) await client.send(GET`/api2/v1/projects/${left}`);
		}),
	);
	expect(phrase.requests).toHaveLength(200);
	expect(new Set(phrase.requests.map(({ connection }) => connection)).size).toBeLessThanOrEqual(16);
});
