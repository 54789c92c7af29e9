import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import tls from 'node:tls';
import type { INodeParameters } from 'n8n-workflow';
import { POST } from '../../core/http/request';
import { hashBinary, home, storeBinary } from '../../n8n/inProcess';
import { seededFile } from '../../bench/memory/seededFile';
import { RawServer } from '../support/rawServer';
import { makeCertificate, type Certificate } from '../../sandbox/tls';
import { runLanguageAi } from '../support/languageAi';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const CHUNK_BYTES = 256 * 1024;
const CHUNKS = 200;
/** The last chunk is shorter than any buffer on the way, so that it waits there while the one before is under way. */
const SIZE_BYTES = CHUNKS * CHUNK_BYTES + 12_345;

/** All but the last ones are freed, and none early. */
const NOTHING_EARLY = { all: CHUNKS - 4, early: 0 };

const sandbox = useSandbox();

type Memory = ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };

/** The prototype that the memory of this process has: that of a test's own `ArrayBuffer` is another one. */
const MEMORY = Object.getPrototypeOf(Buffer.alloc(1).buffer) as Memory;
const { transfer } = MEMORY;

/** How many pieces of memory have been freed, and how many of them before they were written to the connection. */
let freed: { all: number; early: number };
/** The memory that connections have been given, and not written yet. */
let underWay: Set<ArrayBufferLike>;

/**
 * Spoils memory before it is freed, so that bytes that somebody still needs arrive as others. Node.js 20 frees it later,
 * but it can no longer be read either.
 */
function spoil(this: ArrayBuffer): ArrayBuffer {
	freed.all++;
	if (underWay.has(this)) freed.early++;
	new Uint8Array(this).fill(0xee);
	structuredClone(this, { transfer: [this] });
	return new ArrayBuffer(0);
}

/** Notes what is under way. */
function noteWrites(): void {
	const write = Reflect.get(Socket.prototype, 'write') as (...given: unknown[]) => boolean;
	jest.spyOn(Socket.prototype, 'write').mockImplementation(function (this: Socket, ...given: unknown[]) {
		const [chunk, ...rest] = given;
		if (!Buffer.isBuffer(chunk)) return write.apply(this, given);
		const { buffer } = chunk;
		underWay.add(buffer);
		const done = (...told: unknown[]) => {
			underWay.delete(buffer);
			const tell = rest.at(-1);
			if (typeof tell === 'function') Reflect.apply(tell, undefined, told);
		};
		return write.call(this, chunk, done);
	});
}

beforeEach(() => {
	freed = { all: 0, early: 0 };
	underWay = new Set();
	MEMORY.transfer = spoil;
	noteWrites();
});

afterEach(() => {
	jest.restoreAllMocks();
	if (transfer === undefined) delete MEMORY.transfer;
	else MEMORY.transfer = transfer;
});

/** Trusts the server's certificate: the process of the tests has begun without it. */
function trust({ cert }: Certificate): void {
	const connect = Reflect.get(tls, 'connect') as (options: object) => tls.TLSSocket;
	jest
		.spyOn(tls, 'connect')
		.mockImplementation((...[options]: unknown[]) => connect({ ...(options as object), ca: cert }));
}

it.each(['plain', 'TLS'])('what a slow server has not taken yet is not freed: %s', async (how) => {
	const certificate = how === 'TLS' ? await makeCertificate('127.0.0.1') : undefined;
	if (certificate !== undefined) trust(certificate);
	const file = join(home, 'slow.bin');
	await pipeline(seededFile(SIZE_BYTES), createWriteStream(file));
	const hash = createHash('sha256');
	const server = await RawServer.start((socket, _head, body) => {
		let missing = SIZE_BYTES;
		const take = (bytes: Buffer) => {
			hash.update(bytes);
			missing -= bytes.length;
			if (missing === 0) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
			// The sender is far ahead: what is under way does not fit into the connection.
			socket.pause();
			setTimeout(() => socket.resume(), 1);
		};
		socket.on('data', take);
		take(body);
	}, certificate);
	try {
		const client = await server.client(30_000);
		const open = async () => await Promise.resolve(createReadStream(file, { highWaterMark: CHUNK_BYTES }));
		const source = { fileName: 'slow.bin', mimeType: 'text/plain', size: SIZE_BYTES, open };
		await client.send(POST`/a`.repeatable('always').bytes(source));
	} finally {
		await server.close();
		await certificate?.remove();
	}
	const sent = createHash('sha256');
	await pipeline(createReadStream(file), sent);
	expect(hash.digest('hex')).toBe(sent.digest('hex'));
	expect(freed).toEqual(NOTHING_EARLY);
});

const createJob: INodeParameters = {
	resource: 'job',
	operation: 'create',
	targetLangs: ['de'],
	options: { waitForImport: false },
};

const createTranslation: INodeParameters = {
	resource: 'fileTranslation',
	operation: 'create',
	sourceLang: byId('en'),
	targetLangs: ['cs'],
};

it.each([
	[
		'as a whole body',
		async (data: object) => {
			const parameters = { ...createJob, projectUid: byId(sandbox.seed.project.uid) };
			const { items } = await runTms(sandbox, parameters, {
				items: [{ json: {}, binary: { data } as never }],
			});
			return (await sandbox.job(String(items[0]?.json.uid))).source.sha256;
		},
	],
	[
		'as a part',
		async (data: object) => {
			const { items } = await runLanguageAi(sandbox, createTranslation, {
				items: [{ json: {}, binary: { data } as never }],
			});
			return (await sandbox.fileTranslation(String(items[0]?.json.uid))).source.sha256;
		},
	],
])('a large file %s frees what has been sent, and nothing that has not', async (_how, upload) => {
	const data = await storeBinary(seededFile(SIZE_BYTES), { fileName: 'large.txt' });
	expect(await upload(data)).toBe(await hashBinary(data));
	expect(freed).toEqual(NOTHING_EARLY);
});
