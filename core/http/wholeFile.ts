import type { Readable } from 'node:stream';
import { PhraseError, toPhraseError } from './errors';
import { freeSent } from './freeSent';
import type { ByteSource } from './request';

/** The length of a file in bytes, when it is known and can be one. */
export function knownSize({ size }: ByteSource): number | undefined {
	return Number.isSafeInteger(size) && Number(size) >= 0 ? size : undefined;
}

/**
 * Reads a file from its first to its last byte.
 *
 * @param opened is told the stream of the file; who ends the reading early destroys it
 * @param stalledMs longest time that the file's source may give nothing although it is asked, in ms
 * @throws PhraseError of the kind `local` when the source fails, falls silent, or gives more or fewer bytes than it said
 */
export async function* wholeFile(
	source: ByteSource,
	opened: (stream: Readable) => void,
	stalledMs: number,
): AsyncGenerator<Buffer> {
	const size = knownSize(source);
	let length = 0;
	try {
		const stream = await source.open();
		opened(stream);
		const free = freeSent(stream);
		for await (const chunk of untilSilent(stream, stalledMs)) {
			length += chunk.length;
			if (size !== undefined && length > size) break;
			yield chunk;
			free(chunk);
		}
	} catch (error) {
		throw unreadable(source, toPhraseError(error).message);
	}
	if (size === undefined || length === size) return;
	throw unreadable(
		source,
		length > size ? `it has more than ${size} bytes` : `it ended after ${length} of ${size} bytes`,
	);
}

/**
 * Reads a stream, and destroys it in the end.
 * @throws the stream's error; Error when it gives nothing for some time although it is asked
 */
async function* untilSilent(stream: Readable, stalledMs: number): AsyncGenerator<Buffer> {
	const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	let giveUp: (() => void) | undefined;
	// A stream that is stuck may not even end with an error when it is destroyed.
	const watch = setTimeout(() => (giveUp === undefined ? watch.refresh() : giveUp()), stalledMs).unref();
	const next = async () =>
		await new Promise<IteratorResult<Buffer>>((resolve, reject) => {
			giveUp = () => reject(new Error(`its source gave nothing for ${stalledMs / 1000} s`));
			chunks.next().then(resolve, reject);
		});
	try {
		for (let one = await next(); one.done !== true; one = await next()) {
			giveUp = undefined;
			yield one.value;
			watch.refresh();
		}
	} finally {
		clearTimeout(watch);
		stream.destroy();
	}
}

function unreadable({ fileName }: ByteSource, why: string): PhraseError {
	return new PhraseError({
		kind: 'local',
		message: `Could not read the file '${fileName}'`,
		// In the message, n8n would take a code of Node.js for all there is to say.
		description: `Check the node that made the file, and where n8n stores binary data. [${why}]`,
	});
}
