import type { PhraseStream } from './client.types';
import { PhraseError } from './errors';

/** Most bytes of a file that is handed on as text: items are kept in memory, and in n8n's database. */
const MOST_BYTES = 1024 * 1024;

/** How far the declaration of an encoding can be from the beginning of a file, in bytes. */
const HEAD_BYTES = 1024;

/** Where files say their encoding themselves: XML, and HTML. */
const DECLARED = /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']|<meta[^>]*\bcharset=["']?([\w.:-]+)/i;

/** What Windows-1252 has in place of the control characters from 0x80 to 0x9f. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Reads a file as text, by what its first bytes, its answer's header or the file itself say of its encoding, else in
 * UTF-8.
 *
 * @throws PhraseError when it is too large or no text; what the stream throws
 */
export async function textOf({ headers, body }: PhraseStream, fileName: string): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		size += chunk.length;
		// Leaving the loop destroys the stream.
		if (size > MOST_BYTES) throw unreadable(`The file '${fileName}' has more than 1 MiB, too much for text`);
		chunks.push(chunk);
	}
	const bytes = Buffer.concat(chunks);
	const encoding = encodingOf(bytes, headers['content-type']);
	try {
		const decoder = new TextDecoder(encoding, { fatal: true });
		const text = decoder.encoding === 'windows-1252' ? ofWindows1252(bytes) : decoder.decode(bytes);
		if (!text.includes('\0')) return text;
	} catch {
		// An encoding that nobody knows, or bytes that are none of its characters.
	}
	throw unreadable(`The file '${fileName}' is no text in ${encoding}`);
}

/** Some versions of Node.js take Windows-1252 for Latin-1, and make control characters of its quotes and dashes. */
function ofWindows1252(bytes: Buffer): string {
	const toCharacter = (control: string) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control;
	return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, toCharacter);
}

function encodingOf(bytes: Buffer, contentType = ''): string {
	const mark = bytes.toString('hex', 0, 3);
	if (mark.startsWith('fffe')) return 'utf-16le';
	if (mark.startsWith('feff')) return 'utf-16be';
	if (mark === 'efbbbf') return 'utf-8';
	const inHeader = /\bcharset="?([\w.:-]+)/i.exec(contentType)?.[1];
	const [, xml, html] = DECLARED.exec(bytes.toString('latin1', 0, HEAD_BYTES)) ?? [];
	return inHeader ?? xml ?? html ?? 'utf-8';
}

function unreadable(message: string): PhraseError {
	return new PhraseError({
		kind: 'local',
		message,
		description: "Set 'Output File' to 'Binary Field'.",
	});
}
