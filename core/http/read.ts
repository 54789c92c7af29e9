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

/** Reads a number, which may come as text; anything else as undefined. */
export function asNumber(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Reads an answer leniently: the texts of a list, anything else as an empty list. */
export function asTexts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(asText).filter((text) => text !== undefined) : [];
}
