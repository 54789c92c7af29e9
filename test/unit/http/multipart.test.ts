import { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { ParameterError } from '../../../core/http/errors';
import { wholeFile } from '../../../core/http/wholeFile';
import { encodeMultipart, type StreamedBody } from '../../../core/http/multipart';
import type { ByteSource } from '../../../core/http/request';

interface ReadPart {
	name: string;
	fileName?: string;
	contentType: string;
	text: string;
}

/** Opens a body. */
function open({ bytes }: StreamedBody): Readable {
	return Readable.from(
		bytes((file) => wholeFile(file, () => undefined, 1_000)),
		{ objectMode: false },
	);
}

/** Reads a body with the parser that Fastify uses. */
async function parse(body: StreamedBody): Promise<ReadPart[]> {
	const parts: ReadPart[] = [];
	const parser = new Busboy({ headers: { 'content-type': body.contentType } });
	parser.on('field', (name, text, _n, _v, _encoding, type) => parts.push({ name, text, contentType: type }));
	parser.on('file', (name, stream, fileName, _encoding, type) => {
		const part: ReadPart = { name, fileName, contentType: type, text: '' };
		parts.push(part);
		stream.on('data', (chunk: Buffer) => (part.text += chunk.toString('latin1')));
	});
	await new Promise((resolve, reject) => open(body).pipe(parser).on('finish', resolve).on('error', reject));
	return parts;
}

function source(text: string, more: Partial<ByteSource> = {}): ByteSource {
	return {
		fileName: 'file.txt',
		mimeType: 'text/plain',
		size: Buffer.byteLength(text),
		open: async () => Readable.from([Buffer.from(text)]),
		...more,
	};
}

describe('a multipart body', () => {
	it('has a JSON part without a file name and a file part', async () => {
		const metadata = { sourceLang: 'en', text: 'Grüße' };
		const body = encodeMultipart([
			{ name: 'metadata', json: metadata },
			{ name: 'file', file: source('hello'), contentType: 'text/plain' },
		]);
		expect(await parse(body)).toEqual([
			{ name: 'metadata', contentType: 'application/json', text: JSON.stringify(metadata) },
			{ name: 'file', fileName: 'file.txt', contentType: 'text/plain', text: 'hello' },
		]);
	});

	it.each([
		'Übersetzung 翻訳 😀.docx',
		'with space;and=signs.txt',
		'the "best" file.txt',
		'"',
		'100%22 sure.txt',
		"it's.txt",
	])('keeps the file name %s', async (fileName) => {
		const body = encodeMultipart([
			{ name: 'file', file: source('x', { fileName }), contentType: 'text/plain' },
		]);
		expect((await parse(body))[0]?.fileName).toBe(fileName);
	});

	it('cannot be broken out of by a file name', async () => {
		const fileName = 'a"\r\nContent-Type: text/html\r\n\r\nb.txt';
		const body = encodeMultipart([
			{ name: 'file', file: source('x', { fileName }), contentType: 'text/plain' },
		]);
		const parts = await parse(body);
		expect(parts).toEqual([
			{
				name: 'file',
				fileName: 'html____b.txt',
				contentType: 'text/plain',
				text: 'x',
			},
		]);
	});

	it('takes no file name with half a character', () => {
		const parts = [
			{ name: 'file', file: source('x', { fileName: '\ud83d.txt' }), contentType: 'text/plain' },
		];
		expect(() => encodeMultipart(parts)).toThrow(ParameterError);
	});

	it('knows its length in bytes when the files do', async () => {
		const parts = [
			{ name: 'metadata', json: { text: 'Grüße' } },
			{ name: 'file', file: source('häh', { fileName: 'ä.txt' }), contentType: 'text/plain' },
		];
		const body = encodeMultipart(parts);
		const bytes = Buffer.concat(await open(body).toArray());
		expect(body.size).toBe(bytes.length);
		expect(
			encodeMultipart([{ name: 'file', file: source('x', { size: undefined }), contentType: 'text/plain' }])
				.size,
		).toBeUndefined();
	});

	it('can be opened again from the start', async () => {
		const body = encodeMultipart([{ name: 'file', file: source('again'), contentType: 'text/plain' }]);
		expect(Buffer.concat(await open(body).toArray())).toEqual(Buffer.concat(await open(body).toArray()));
	});

	it('does not read a file ahead of the network', async () => {
		let produced = 0;
		const endless = async function* () {
			for (;;) {
				produced += 64 * 1024;
				yield Buffer.alloc(64 * 1024);
			}
		};
		const file = source('', {
			size: undefined,
			open: async () => Readable.from(endless(), { objectMode: false }),
		});
		const stream = open(encodeMultipart([{ name: 'file', file, contentType: 'text/plain' }]));
		for await (const chunk of stream as AsyncIterable<Buffer>) if (chunk.length > 1000) break;
		expect(produced).toBeLessThan(1024 * 1024);
	});
});
