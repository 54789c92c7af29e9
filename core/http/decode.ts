import type { Duplex, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { PhraseError } from './errors';
import { relay } from './relay';

/** The encodings of an answer that are asked for. */
export const ENCODINGS = 'gzip, br, deflate';

/**
 * Undoes the compression of an answer. undici's own interceptor would do the same, but is experimental and says so in
 * n8n's log.
 *
 * @param encoding the `Content-Encoding` header
 * @returns the bytes themselves; an empty answer is empty, whatever its header says
 * @throws PhraseError when the encoding is none of those asked for; what the body throws before its first byte
 */
export async function decoded(body: Readable, encoding: string | undefined): Promise<Readable> {
	const encodings = (encoding ?? '').split(',').map((one) => one.trim().toLowerCase());
	let bytes = body;
	for (const one of encodings.filter((name) => name !== '' && name !== 'identity').reverse()) {
		const first = await firstByte(bytes);
		if (first === undefined) return bytes;
		bytes = relay(bytes, decoder(one, first), (error) => error);
	}
	return bytes;
}

/**
 * The first byte of a stream, which stays in it; undefined when the stream is empty.
 * @throws the stream's error
 */
export async function firstByte(stream: Readable): Promise<number | undefined> {
	await untilReadable(stream);
	const bytes = stream.read(1) as Buffer | null;
	if (bytes === null) return undefined;
	stream.unshift(bytes);
	return bytes[0];
}

async function untilReadable(stream: Readable): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const end = () => {
			stream.off('readable', end).off('close', end);
			if (stream.errored) reject(stream.errored);
			else resolve();
		};
		if (stream.closed || stream.readableLength > 0) end();
		else stream.on('readable', end).on('close', end);
	});
}

function decoder(encoding: string, first: number): Duplex {
	switch (encoding) {
		case 'gzip':
		case 'x-gzip':
			return createGunzip();
		case 'br':
			return createBrotliDecompress();
		case 'deflate':
			// Some servers leave out the header that begins with the method, 8.
			return (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
		default:
			throw new PhraseError({
				kind: 'unusable',
				message: `The answer is compressed in a way that the node did not ask for: ${encoding}`,
				description: 'Check whether a proxy between n8n and Phrase changes answers.',
			});
	}
}
