import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Part } from './request';

/** A `multipart/form-data` body that has not been opened yet. */
export interface Multipart {
	contentType: string;
	/** Length in bytes, when that of every file is known. */
	size?: number;
	/** Opens a new stream of the whole body. */
	open: () => Readable;
}

/**
 * Encodes parts as RFC 7578 says, file names in UTF-8, without holding a file in memory.
 *
 * This is our own code because undici's `FormData` cannot do what Phrase Language AI asks for: it takes no streams,
 * and gives a text part a content type only together with a file name.
 */
export function encodeMultipart(parts: Part[]): Multipart {
	const boundary = `phrase-${randomUUID()}`;
	const sections = parts.map((part) => ({ head: head(part, boundary), part }));
	const end = Buffer.from(`--${boundary}--\r\n`);
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		size: totalSize(sections, end),
		open: () => Readable.from(chunks(sections, end), { objectMode: false }),
	};
}

interface Section {
	head: Buffer;
	part: Part;
}

const LINE_END = Buffer.from('\r\n');

async function* chunks(sections: Section[], end: Buffer): AsyncGenerator<Buffer> {
	for (const { head, part } of sections) {
		yield head;
		if ('file' in part) yield* (await part.file.open()) as AsyncIterable<Buffer>;
		else yield json(part.json);
		yield LINE_END;
	}
	yield end;
}

function head(part: Part, boundary: string): Buffer {
	const isFile = 'file' in part;
	const fileName = isFile ? `; filename="${escape(part.file.fileName)}"` : '';
	return Buffer.from(
		`--${boundary}\r\n` +
			`Content-Disposition: form-data; name="${escape(part.name)}"${fileName}\r\n` +
			`Content-Type: ${isFile ? part.contentType : 'application/json'}\r\n\r\n`,
	);
}

/** What would end the quoted text is percent-encoded, as browsers do. */
function escape(text: string): string {
	return text.replace(/[\r\n"]/g, (character) => encodeURIComponent(character));
}

function json(value: Record<string, unknown>): Buffer {
	return Buffer.from(JSON.stringify(value));
}

function totalSize(sections: Section[], end: Buffer): number | undefined {
	let total = end.length;
	for (const { head, part } of sections) {
		const content = 'file' in part ? part.file.size : json(part.json).length;
		if (content === undefined) return undefined;
		total += head.length + content + LINE_END.length;
	}
	return total;
}
