import { Readable } from 'node:stream';
import type { PhraseClient } from '../../core/http/client.types';
import { LOOK_FIRST } from '../../core/http/lookFirst';
import { POST, type ByteSource } from '../../core/http/request';
import { RawServer, type Misbehaviour } from '../support/rawServer';
import { until } from '../support/until';

let misbehave: Misbehaviour;
let server: RawServer;
let client: PhraseClient;
let stop: AbortController;
/** The streams that were opened. */
let opened: Readable[];

/** Long enough for a busy machine to answer in, short enough to wait for. */
const SILENCE_MS = 1_000;

/** Longer than a test may take. */
const LONG_MS = 600_000;

beforeEach(async () => {
	opened = [];
	stop = new AbortController();
	misbehave = (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
	server = await RawServer.start((...request) => misbehave(...request));
	client = await server.client(SILENCE_MS, stop.signal);
});

afterEach(async () => await server.close());

/** A file that is `says` bytes long, as it says. */
function file(says: number | undefined, chunks: () => AsyncGenerator<Buffer>): ByteSource {
	return {
		fileName: 'guide.md',
		mimeType: 'text/plain',
		size: says,
		open: async () => {
			const stream = Readable.from(chunks(), { objectMode: false });
			opened.push(stream);
			return stream;
		},
	};
}

async function* tenBytes(): AsyncGenerator<Buffer> {
	yield Buffer.from('01234');
	yield Buffer.from('56789');
}

async function* throwing(): AsyncGenerator<Buffer> {
	yield Buffer.from('01234');
	throw new Error('The disk is gone');
}

async function* silent(): AsyncGenerator<Buffer> {
	yield Buffer.from('01234');
	await new Promise(() => undefined);
}

async function* endless(): AsyncGenerator<Buffer> {
	for (;;) yield Buffer.alloc(64 * 1024);
}

const whole = (source: ByteSource) => POST`/a`.repeatable('always').bytes(source);
const part = (source: ByteSource) =>
	POST`/a`.repeatable('always').multipart([
		{ name: 'metadata', json: { a: 1 } },
		{ name: 'file', file: source, contentType: 'text/plain' },
	]);

describe.each([
	['a whole body', whole],
	['a part', part],
])('a file as %s', (_name, request) => {
	it.each<[string, ByteSource, string]>([
		['ends early', file(12, tenBytes), 'it ended after 10 of 12 bytes'],
		['is longer than it says', file(8, tenBytes), 'it has more than 8 bytes'],
		['cannot be read to its end', file(10, throwing), 'The disk is gone'],
		['falls silent', file(10, silent), 'its source gave nothing for 1 s'],
		[
			'cannot be opened',
			{ ...file(10, tenBytes), open: async () => await Promise.reject(new Error('ENOENT: no such file')) },
			'ENOENT: no such file',
		],
	])(
		'that %s is an error of this side, is not sent again, and leaves nothing open',
		async (_what, source, why) => {
			// An answer before the end of the request would end the exchange.
			misbehave = () => undefined;
			await expect(client.send(request(source))).rejects.toMatchObject({
				kind: 'local',
				message: "Could not read the file 'guide.md'",
				description: expect.stringContaining(`[${why}]`) as string,
			});
			expect(server.heads.length).toBeLessThanOrEqual(1);
			await until(() => server.open.size === 0);
			expect(opened.every(({ destroyed }) => destroyed)).toBe(true);
		},
	);

	it.each([NaN, -1, 1.5, '10'])('whose size is %j is sent all the same, in chunks', async (size) => {
		await client.send(request(file(size as number, tenBytes)));
		expect(server.heads[0]).toContain('transfer-encoding: chunked');
	});

	it.each<[string, Misbehaviour]>([
		['and goes on reading', (socket) => void socket.write('HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n')],
		['and hangs up', (socket) => socket.end('HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n')],
		[
			'and says that it will hang up',
			(socket) => void socket.write('HTTP/1.1 413 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
		],
	])(
		'that is refused before it is whole has that for its answer, when Phrase answers %s',
		async (_how, behaviour) => {
			misbehave = behaviour;
			await expect(client.send(request(file(undefined, endless)))).rejects.toMatchObject({ httpCode: 413 });
			await until(() => server.open.size === 0 && opened.every(({ destroyed }) => destroyed));
		},
	);

	it('that nobody takes ends in time', async () => {
		misbehave = (socket) => void socket.pause();
		await expect(client.send(request(file(undefined, endless)).repeatable('refused'))).rejects.toMatchObject({
			kind: 'perhapsDone',
			message: expect.stringMatching(/stayed silent for too long$/) as string,
			description: expect.stringContaining(LOOK_FIRST) as string,
		});
		expect(opened.every(({ destroyed }) => destroyed)).toBe(true);
	});

	it('is closed when the execution is stopped', async () => {
		client = await server.client(LONG_MS, stop.signal);
		misbehave = () => stop.abort(new Error('stopped by the user'));
		await expect(client.send(request(file(undefined, endless)))).rejects.toThrow('stopped by the user');
		await until(() => server.open.size === 0 && opened.every(({ destroyed }) => destroyed));
	});

	it('that gives nothing is closed when the execution is stopped', async () => {
		client = await server.client(LONG_MS, stop.signal);
		misbehave = () => stop.abort(new Error('stopped by the user'));
		await expect(client.send(request(file(undefined, silent)))).rejects.toThrow('stopped by the user');
		await until(() => server.open.size === 0 && opened.every(({ destroyed }) => destroyed));
	});
});
