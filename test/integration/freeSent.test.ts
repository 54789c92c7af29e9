import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { INodeParameters } from 'n8n-workflow';
import { POST } from '../../core/http/request';
import { hashBinary, home, storeBinary } from '../../n8n/inProcess';
import { seededFile } from '../../bench/memory/seededFile';
import { RawServer } from '../support/rawServer';
import { runLanguageAi } from '../support/languageAi';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const CHUNK_BYTES = 256 * 1024;
const CHUNKS = 200;

const sandbox = useSandbox();

type Memory = ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };

/** The prototype that the memory of this process has: that of a test's own `ArrayBuffer` is another one. */
const MEMORY = Object.getPrototypeOf(Buffer.alloc(1).buffer) as Memory;
const { transfer } = MEMORY;

/** How many pieces of memory have been freed. */
let freed: number;

/**
 * Spoils memory before it is freed, so that bytes that somebody still needs arrive as others. Node.js 20 frees it later,
 * but it can no longer be read either.
 */
function spoil(this: ArrayBuffer): ArrayBuffer {
	freed++;
	new Uint8Array(this).fill(0xee);
	structuredClone(this, { transfer: [this] });
	return new ArrayBuffer(0);
}

beforeEach(() => {
	freed = 0;
	MEMORY.transfer = spoil;
});

afterEach(() => {
	if (transfer === undefined) delete MEMORY.transfer;
	else MEMORY.transfer = transfer;
});

it('what a slow server has not taken yet is not freed', async () => {
	const file = join(home, 'slow.bin');
	const size = CHUNKS * CHUNK_BYTES;
	await pipeline(seededFile(size), createWriteStream(file));
	const hash = createHash('sha256');
	const server = await RawServer.start((socket, _head, body) => {
		let missing = size;
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
	});
	try {
		const client = await server.client(30_000);
		const open = async () => await Promise.resolve(createReadStream(file, { highWaterMark: CHUNK_BYTES }));
		const source = { fileName: 'slow.bin', mimeType: 'text/plain', size, open };
		await client.send(POST`/a`.repeatable('always').bytes(source));
	} finally {
		await server.close();
	}
	expect(freed).toBe(CHUNKS - 1);
	const sent = createHash('sha256');
	await pipeline(createReadStream(file), sent);
	expect(hash.digest('hex')).toBe(sent.digest('hex'));
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
	const data = await storeBinary(seededFile(CHUNKS * CHUNK_BYTES), { fileName: 'large.txt' });
	expect(await upload(data)).toBe(await hashBinary(data));
	// When the last one has been sent, nobody asks for another one.
	expect(freed).toBe(CHUNKS - 1);
});
