import { Transform, type Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { PhraseResponse, PhraseStream } from './client.types';
import { PhraseError } from './errors';
import { lookFirst } from './lookFirst';
import { relay } from './relay';
import type { PhraseRequest } from './request';

/** An answer as it arrives. */
export interface Answer {
	status: number;
	/** Header names in lower case. */
	headers: Readonly<Record<string, string>>;
	/** The bytes without compression, to be read or destroyed. */
	body: Readable;
	/** Explains an error of the bytes. */
	toError: (error: unknown) => Error;
}

/** Longest JSON that is read, in bytes: it is held in memory, several times over while it becomes items. */
const LONGEST_JSON = 64 * 1024 * 1024;

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Reads a JSON answer.
 * @param longest most bytes to read
 * @throws PhraseError when it is not JSON, is too long, or breaks off
 */
export async function readJson(
	answer: Answer,
	{ repeat }: PhraseRequest,
	longest = LONGEST_JSON,
): Promise<PhraseResponse> {
	const { status, headers } = answer;
	// One byte more tells a text that is too long from one that just fits.
	const bytes = await readBytes(answer, longest + 1);
	if (bytes.length > longest) throw lookFirst(tooLong(longest), repeat);
	const marked = bytes.toString('utf8');
	const text = marked.startsWith(BYTE_ORDER_MARK) ? marked.slice(1) : marked;
	try {
		return { status, headers, body: JSON.parse(text) as unknown };
	} catch {
		if (text.trim() === '') return { status, headers, body: undefined };
		throw lookFirst(notJson(), repeat);
	}
}

function notJson(): PhraseError {
	return new PhraseError({
		kind: 'unusable',
		message: 'The answer is not JSON, so it does not come from Phrase',
		description:
			'Check the region or the URL in the credential, and whether a proxy answers in place of Phrase.',
	});
}

function tooLong(longest: number): PhraseError {
	return new PhraseError({
		kind: 'unusable',
		message: `The answer is longer than ${longest / 1024 / 1024} MB, the most that the node reads of an answer in JSON`,
		description: 'Ask for less at once: narrow the filters, or name fewer things.',
	});
}

/**
 * Reads the bytes of an answer, up to a limit; what lies beyond is not received.
 * @throws PhraseError when they break off
 */
export async function readBytes({ body, toError }: Answer, limit: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		for await (const chunk of body as AsyncIterable<Buffer>) {
			chunks.push(chunk);
			length += chunk.length;
			if (length >= limit) break;
		}
	} catch (error) {
		throw toError(error);
	}
	// undici gives a connection back one turn after its answer has ended; a request before that opens another one.
	await setImmediate();
	return Buffer.concat(chunks).subarray(0, limit);
}

/**
 * Hands on the bytes of an answer as they come.
 * @param stalledMs longest time that nobody may take them, in ms; then the connection is closed
 */
export function toStream({ status, headers, body, toError }: Answer, stalledMs: number): PhraseStream {
	const watched = new Transform({
		transform: (chunk, _encoding, done) => {
			watch.refresh();
			done(null, chunk);
		},
	});
	// A server that stays silent for so long has been given up before.
	const watch = setTimeout(() => watched.destroy(notTaken(stalledMs)), stalledMs).unref();
	watched.once('close', () => clearTimeout(watch));
	return { status, headers, body: relay(body, watched, toError) };
}

function notTaken(stalledMs: number): PhraseError {
	return new PhraseError({
		kind: 'local',
		message: `Nobody took the bytes of the answer for ${stalledMs / 1000} s`,
		description: 'Check the place where n8n stores binary data: it may be full, or too slow.',
	});
}
