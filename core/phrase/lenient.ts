import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { onFirstUse } from '../http/onFirstUse';

/** Tells a JSON object from every other value. */
export function isJsonObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An identifier: Phrase writes them as text; a number is taken for the same. */
export const identifier = onFirstUse(() => z.union([z.string().min(1), z.number()]).transform(String));

/** A text; any other type reads as null. */
export const text = onFirstUse(() => z.string().min(1).nullable().catch(null));

/** The objects of an array, as received; any other type reads as an empty one. */
export const objects = onFirstUse(() =>
	z
		.array(z.unknown())
		.catch([])
		.transform((values) => values.filter(isJsonObject)),
);
