import type { IDataObject } from 'n8n-workflow';

/** Reads an answer leniently: an object as it is, anything else as an empty one. */
export function asRecord(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as IDataObject) : {};
}

/** Reads an answer leniently: the objects of a list, anything else as an empty list. */
export function asRecords(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value.map(asRecord) : [];
}

/** Reads text or a number as text; anything else, and empty text, as undefined. */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads an answer leniently: the texts of a list, anything else as an empty list. */
export function asTexts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(asText).filter((text) => text !== undefined) : [];
}

/** The file name that a `Content-Disposition` header gives, RFC 5987 form first; without any folder. */
export function fileNameFrom(contentDisposition: string | undefined): string | undefined {
	if (contentDisposition === undefined) return undefined;
	const extended = /filename\*\s*=\s*UTF-8'[^']*'([^;]+)/i.exec(contentDisposition)?.[1];
	const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(contentDisposition);
	const name = decoded(extended?.trim()) ?? plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]?.trim();
	return name?.split(/[\\/]/).pop() || undefined;
}

function decoded(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** The `Content-Disposition` value for a file name: an ASCII stand-in, and the name itself by RFC 5987. */
export function contentDisposition(fileName: string): string {
	const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
	const extended = encodeURIComponent(fileName).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`;
}
