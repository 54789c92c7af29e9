import { buffer } from 'node:stream/consumers';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { PhraseClient } from '../../core/http/client.types';
import { PhraseError } from '../../core/http/errors';
import { LOOK_FIRST } from '../../core/http/lookFirst';
import { GET, POST } from '../../core/http/request';
import { RawServer, type Misbehaviour } from '../support/rawServer';
import { until } from '../support/until';

let misbehave: Misbehaviour;
let server: RawServer;
let client: PhraseClient;

/** Long enough for a busy machine to answer in, short enough to wait for. */
const SILENCE_MS = 1_000;

beforeEach(async () => {
	server = await RawServer.start((...request) => misbehave(...request));
	client = await server.client(SILENCE_MS);
});

afterEach(async () => await server.close());

const read = () => GET`/a`.repeatable('refused');
const create = () => POST`/a`.repeatable('refused').json({ a: 1 });

const OK = 'HTTP/1.1 200 OK\r\n';
const JSON_TEXT = '{"a":1}';
const SEVEN = `Content-Length: 7\r\n\r\n${JSON_TEXT}`;

/** Answers with bytes as they are, and closes the connection only when that is what ends the answer. */
const bytes =
	(text: string, close = false): Misbehaviour =>
	(socket) => {
		socket.write(text, 'latin1');
		if (close) socket.end();
	};

/** Answers with a whole compressed body. */
const encoded = (encoding: string, body: Buffer) =>
	bytes(
		`${OK}Content-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n\r\n${body.toString('latin1')}`,
	);

describe('is understood', () => {
	it.each<[string, Misbehaviour]>([
		['hints that come before it', bytes(`HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${OK}${SEVEN}`)],
		['several of them', bytes(`HTTP/1.1 102 Processing\r\n\r\n`.repeat(3) + OK + SEVEN)],
		['trailers', bytes(`${OK}Transfer-Encoding: chunked\r\n\r\n7\r\n${JSON_TEXT}\r\n0\r\nX-T: 1\r\n\r\n`)],
		['an end that is the end of the connection', bytes(`${OK}\r\n${JSON_TEXT}`, true)],
		['HTTP/1.0', bytes(`HTTP/1.0 200 OK\r\n\r\n${JSON_TEXT}`, true)],
		['a byte order mark', bytes(`${OK}Content-Length: 10\r\n\r\n\xef\xbb\xbf${JSON_TEXT}`)],
		['more bytes than were promised', bytes(`${OK}${SEVEN}garbage`)],
		['deflate', encoded('deflate', deflateSync(JSON_TEXT))],
		['deflate without its header', encoded('deflate', deflateRawSync(JSON_TEXT))],
		['two compressions', encoded('deflate, gzip', gzipSync(deflateSync(JSON_TEXT)))],
		['a compression that is none', encoded('identity', Buffer.from(JSON_TEXT))],
	])('an answer with %s', async (_name, behaviour) => {
		misbehave = behaviour;
		expect((await client.send(create())).body).toEqual({ a: 1 });
		misbehave = bytes(OK + SEVEN);
		expect((await client.send(create())).body).toEqual({ a: 1 });
	});

	it.each([
		['gzip', `${OK}Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n`],
		['br', `${OK}Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
		['gzip without a body', 'HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n'],
	])('an empty answer that says it is %s', async (_name, text) => {
		misbehave = bytes(text);
		expect((await client.send(create())).body).toBeUndefined();
	});
});

describe('is an error that says what to do', () => {
	const LOST = /^The connection to 127\.0\.0\.1:\d+ was lost$/;
	const NO_HTTP = /^127\.0\.0\.1:\d+ gave an answer that breaks the rules of HTTP$/;
	const PACKED = /^Could not unpack the answer of 127\.0\.0\.1:\d+$/;
	const SILENT = /^127\.0\.0\.1:\d+ stayed silent for too long$/;

	it.each<[string, Misbehaviour, string, RegExp]>([
		['no answer', (socket) => socket.destroy(), 'perhapsDone', LOST],
		['half a status line', bytes('HTTP/1.1 20', true), 'perhapsDone', LOST],
		['half a head', bytes(`${OK}Content-Le`, true), 'perhapsDone', LOST],
		[
			'fewer bytes than promised',
			bytes(`${OK}Content-Length: 8\r\n\r\n${JSON_TEXT}`, true),
			'perhapsDone',
			LOST,
		],
		[
			'a cut chunk',
			bytes(`${OK}Transfer-Encoding: chunked\r\n\r\n8\r\n${JSON_TEXT}`, true),
			'perhapsDone',
			LOST,
		],
		[
			'chunks without an end',
			bytes(`${OK}Transfer-Encoding: chunked\r\n\r\n7\r\n${JSON_TEXT}\r\n`, true),
			'perhapsDone',
			LOST,
		],
		['a cut compression', encoded('gzip', gzipSync(JSON_TEXT).subarray(0, 15)), 'perhapsDone', LOST],
		[
			'another protocol',
			bytes('HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
			'perhapsDone',
			LOST,
		],
		['silence', () => undefined, 'perhapsDone', SILENT],
		['silence after its head', bytes(`${OK}Content-Length: 7\r\n\r\n{`), 'perhapsDone', SILENT],
		['two lengths', bytes(`${OK}Content-Length: 9\r\n${SEVEN}`), 'perhapsDone', LOST],
		[
			'a wrong chunk',
			bytes(`${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\n${JSON_TEXT}\r\n`),
			'unusable',
			NO_HTTP,
		],
		['length and chunks', bytes(`${OK}Transfer-Encoding: chunked\r\n${SEVEN}`), 'unusable', NO_HTTP],
		['no HTTP at all', bytes('220 mail.example.com ESMTP\r\n'), 'unusable', NO_HTTP],
		['a TLS alert', bytes('\x15\x03\x03\x00\x02\x02\x16'), 'unusable', NO_HTTP],
		['a huge head', bytes(`${OK}X-A: ${'x'.repeat(200_000)}\r\n${SEVEN}`), 'unusable', NO_HTTP],
		['a compression that is another one', encoded('gzip', Buffer.from(JSON_TEXT)), 'unusable', PACKED],
		[
			'garbage behind its compression',
			encoded('gzip', Buffer.concat([gzipSync(JSON_TEXT), Buffer.from('garbage')])),
			'unusable',
			PACKED,
		],
		['an unknown compression', encoded('zstd', Buffer.from(JSON_TEXT)), 'unusable', /did not ask for: zstd$/],
		['text', bytes(`${OK}Content-Length: 2\r\n\r\nOK`), 'unusable', /^The answer is not JSON/],
	])('an answer with %s', async (_name, behaviour, kind, message) => {
		misbehave = behaviour;
		for (const request of [create(), read()]) {
			await expect(client.send(request)).rejects.toMatchObject({
				kind,
				message: expect.stringMatching(message) as string,
				description: expect.stringContaining(LOOK_FIRST) as string,
			});
		}
		expect(server.heads).toHaveLength(2);
		// What comes after goes well, over whichever connection.
		misbehave = bytes(OK + SEVEN);
		expect((await client.send(create())).body).toEqual({ a: 1 });
	});

	it('asks nobody to look in Phrase when it comes of a call that changes nothing', async () => {
		misbehave = bytes('220 mail.example.com ESMTP\r\n');
		const error: unknown = await client.send(GET`/a`).catch((caught: unknown) => caught);
		expect(error).toMatchObject({ kind: 'unusable' });
		expect(error).not.toMatchObject({ description: expect.stringContaining(LOOK_FIRST) as string });
	});
});

/** Writes for as long as somebody reads. */
const endless =
	(head: string, chunk: Buffer): Misbehaviour =>
	(socket) => {
		socket.write(head);
		const more = () => {
			while (!socket.destroyed && socket.write(chunk));
		};
		socket.on('drain', more);
		more();
	};

describe('an answer that does not end', () => {
	it('is an error when it is JSON, and its connection is closed', async () => {
		misbehave = endless(`${OK}\r\n[`, Buffer.from('1234567,'.repeat(8192)));
		await expect(client.send(create())).rejects.toMatchObject({
			kind: 'unusable',
			message: 'The answer is longer than 64 MB, the most that the node reads of an answer in JSON',
			description: expect.stringContaining(LOOK_FIRST) as string,
		});
		await until(() => server.open.size === 0);
	});

	it('holds its connection no longer than somebody takes its bytes', async () => {
		misbehave = endless(`${OK}\r\n`, Buffer.alloc(64 * 1024));
		const { body } = await client.open(GET`/a`);
		await until(() => server.open.size === 0);
		await expect(buffer(body)).rejects.toMatchObject({
			kind: 'local',
			message: 'Nobody took the bytes of the answer for 1 s',
		});
	});

	it('is read for as long as somebody takes its bytes', async () => {
		misbehave = endless(`${OK}\r\n`, Buffer.alloc(64 * 1024));
		const { body } = await client.open(GET`/a`);
		const begun = performance.now();
		for await (const chunk of body as AsyncIterable<Buffer>) {
			expect(chunk.length).toBeGreaterThan(0);
			if (performance.now() - begun > 2 * SILENCE_MS) break;
		}
		await until(() => server.open.size === 0);
	});
});

it('is never taken for another answer, wherever it is cut', async () => {
	const compressed = gzipSync(JSON.stringify({ a: 'x'.repeat(50) })).toString('latin1');
	const whole = `${OK}Content-Type: application/json\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n${compressed.length.toString(16)}\r\n${compressed}\r\n0\r\n\r\n`;
	for (let length = 0; length < whole.length; length++) {
		misbehave = bytes(whole.slice(0, length), true);
		await expect(client.send(create())).rejects.toBeInstanceOf(PhraseError);
	}
	misbehave = bytes(whole);
	expect((await client.send(create())).body).toEqual({ a: 'x'.repeat(50) });
	// Only the last connection is worth keeping.
	await until(() => server.open.size === 1);
});
