import { randomUUID } from 'node:crypto';
import type { ByteSource, Part } from './request';
import { assertWellFormed } from './wellFormed';
import { knownSize } from './wholeFile';

/** A body whose bytes are made when they are asked for. */
export interface StreamedBody {
	contentType: string;
	/** Length in bytes, when that of every file is known. */
	size?: number;
	/** @param read gives the bytes of a file */
	bytes: (read: (file: ByteSource) => AsyncIterable<Buffer>) => AsyncIterable<Buffer>;
}

/**
 * Encodes parts as RFC 7578 says, file names in UTF-8, without holding a file in memory.
 *
 * This is our own code because undici's `FormData` cannot do what Phrase Language AI asks for. It takes no
 * streams, and gives a text part a content type only together with a file name.
 *
 * @throws ParameterError when a file name cannot be written in UTF-8
 */
export function encodeMultipart(parts: Part[]): StreamedBody {
	const boundary = `phrase-${randomUUID()}`;
	const sections = parts.map((part) => ({ head: head(part, boundary), part }));
	const end = Buffer.from(`--${boundary}--\r\n`);
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		size: totalSize(sections, end),
		bytes: (read) => chunks(sections, end, read),
	};
}

interface Section {
	head: Buffer;
	part: Part;
}

const LINE_END = Buffer.from('\r\n');

async function* chunks(
	sections: Section[],
	end: Buffer,
	read: (file: ByteSource) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
	for (const { head, part } of sections) {
		yield head;
		if ('file' in part) yield* read(part.file);
		else yield json(part.json);
		yield LINE_END;
	}
	yield end;
}

function head(part: Part, boundary: string): Buffer {
	const isFile = 'file' in part;
	const fileName = isFile ? `; filename=${quoted(part.file.fileName)}` : '';
	return Buffer.from(
		`--${boundary}\r\n` +
			`Content-Disposition: form-data; name=${quoted(part.name)}${fileName}\r\n` +
			`Content-Type: ${isFile ? onOneLine(part.contentType) : 'application/json'}\r\n\r\n`,
	);
}

/**
 * Writes text into quotes as RFC 2183 says. Browsers encode quotes in another way, which servers do not undo.
 * @throws ParameterError when the text cannot be written in UTF-8
 */
function quoted(text: string): string {
	assertWellFormed(text, 'The name of the file to send');
	return `"${text.replace(/[\p{Cc}]/gu, '_').replace(/["\\]/g, '\\$&')}"`;
}

/** A media type comes from the user's item, and must not be able to end its line. */
function onOneLine(mediaType: string): string {
	return /^[\x20-\x7e]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
}

function json(value: Record<string, unknown>): Buffer {
	return Buffer.from(JSON.stringify(value));
}

function totalSize(sections: Section[], end: Buffer): number | undefined {
	let total = end.length;
	for (const { head, part } of sections) {
		const content = 'file' in part ? knownSize(part.file) : json(part.json).length;
		if (content === undefined) return undefined;
		total += head.length + content + LINE_END.length;
	}
	return total;
}
