import { getDefaultHighWaterMark, type Readable } from 'node:stream';

/** What the buffer of a connection holds, in bytes: undici sets that for connections without TLS, and less with it. */
const CONNECTION_BYTES = 64 * 1024;

/** How many of the last chunks are kept, at least one: the others are for streams that ask ahead. */
const KEPT_CHUNKS = 4;

/** Memory as Node.js has it from version 21 on; the types of ES2022 do not know `transfer`. */
type Memory = ArrayBufferLike & { transfer?: (bytes: number) => ArrayBuffer };

/**
 * Gives the memory of a file's chunks back as soon as they have been sent. V8 would do so only when 64 MB have come
 * together, which is most of what an upload takes (`bench/files`).
 *
 * Nobody may need a chunk that is freed. So it is done for those of a stream that reads a file: it makes each chunk, and
 * keeps none. And it is done while chunks fill the buffer of every stream on the way to the connection. Such a stream asks
 * for another chunk, at the earliest, when it is about to hand on the one before. The connection takes one only when all
 * before has been written. So a chunk has been sent when the one after the next is asked for. A shorter chunk, as the
 * last one is, may wait on the way while another one is asked for. What has not been freed by then is left to V8.
 *
 * It has a price. The first time, V8 gives up what it takes for granted about memory in this process, as it does for
 * whoever moves memory. n8n's libraries for spreadsheets and zipped files took as long afterwards, but for a tenth more
 * when fflate zips. A bare loop over bytes took half as long again, or several times as long when it was compiled before.
 *
 * @param stream where the chunks come from
 * @returns is to be told each chunk when the next one is asked for
 */
export function freeSent(stream: Readable): (given: Buffer) => void {
	if (!readsFile(stream)) return () => undefined;
	const fillsBuffers = Math.max(CONNECTION_BYTES, getDefaultHighWaterMark(false));
	let kept: Buffer[] = [];
	return (given) => {
		kept = Buffer.isBuffer(given) && given.length >= fillsBuffers ? [...kept, given] : [];
		const sent = kept.length > KEPT_CHUNKS ? kept.shift() : undefined;
		if (sent !== undefined) free(sent);
	};
}

/** Whether it is a `ReadStream` of `node:fs`: n8n does not let community nodes import that. */
function readsFile(stream: Readable): boolean {
	return 'fd' in stream && 'bytesRead' in stream;
}

/** Never throws: what cannot be freed now is left to V8. */
function free({ buffer, byteLength }: Buffer): void {
	const memory: Memory = buffer;
	try {
		// What is a part of something larger is not its own.
		if (memory.byteLength === byteLength) memory.transfer?.(0);
	} catch {
		return;
	}
}
