import { jsonParse, type IDataObject } from 'n8n-workflow';

import { CallbackRejected } from '../../../core/async/CallbackRejected';
import { isJsonObject } from './lenient';

/**
 * Parses the body of a callback. From the raw bytes, whatever the `Content-Type` says: Phrase documents that
 * the body is JSON, not how it is labelled.
 *
 * @param rawBody bytes of the body, decompressed; undefined for a form upload, which n8n takes apart itself
 * @param limit longest body taken, in bytes
 * @throws CallbackRejected when the body is too long (413), a form (415), or not a JSON object (400)
 */
export function parseCallbackBody(rawBody: Buffer | undefined, limit: number): IDataObject {
	if (rawBody === undefined) throw new CallbackRejected(415, 'The body must be JSON');
	if (rawBody.length > limit) throw new CallbackRejected(413, 'The body is too long');
	const body = parseJson(rawBody);
	if (!isJsonObject(body)) throw new CallbackRejected(400, 'The body must be a JSON object');
	return body;
}

function parseJson(bytes: Buffer): unknown {
	try {
		return jsonParse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}
