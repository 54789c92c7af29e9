import { assertWellFormed } from './wellFormed';

/** The parameters of a header value, `; name=value` or `; name="value"`, without what stands in quotes elsewhere. */
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;

/**
 * The file name that a `Content-Disposition` header gives, in whatever way: RFC 8187 in any charset, quoted, or plain
 * UTF-8. It is safe to store: no folder, no control character.
 *
 * @param header as received, each byte a character
 * @returns undefined when the header names no file that a folder could hold
 */
export function fileNameFrom(header: string | undefined): string | undefined {
	const parameters = new Map<string, string>();
	for (const [, name = '', quoted, bare] of `;${header ?? ''}`.matchAll(PARAMETER)) {
		const value = quoted?.replace(/\\(.)/g, '$1') ?? bare?.trim() ?? '';
		if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
	}
	return safe(extended(parameters.get('filename*'))) ?? safe(asUtf8(parameters.get('filename')));
}

/** Decodes `charset'language'percent-encoded`; undefined when that is not what it is. */
function extended(value: string | undefined): string | undefined {
	const [, charset, encoded] = /^([^']+)'[^']*'([\x20-\x7e]*)$/.exec(value ?? '') ?? [];
	if (charset === undefined || encoded === undefined) return undefined;
	const bytes = encoded.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
		String.fromCharCode(parseInt(hex, 16)),
	);
	try {
		return new TextDecoder(charset, { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
	} catch {
		return undefined;
	}
}

/** Many servers send UTF-8 as it is, though a header is Latin-1 by the rules. */
function asUtf8(value: string | undefined): string | undefined {
	if (value === undefined || !/^[\0-\xff]*$/.test(value)) return value;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
	} catch {
		return value;
	}
}

function safe(name: string | undefined): string | undefined {
	const last = name?.split(/[\\/]/).pop() ?? '';
	const clean = last.replace(/[\p{Cc}\ufffd]/gu, '_').trim();
	return clean === '' || clean === '.' || clean === '..' ? undefined : clean;
}

/**
 * The `Content-Disposition` value for a file name: an ASCII stand-in, and the name itself by RFC 8187.
 * @throws ParameterError when the name cannot be written in UTF-8
 */
export function contentDisposition(fileName: string): string {
	assertWellFormed(fileName, 'The name of the file to send');
	const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
	const extendedName = encodeURIComponent(fileName).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${ascii}"; filename*=UTF-8''${extendedName}`;
}
