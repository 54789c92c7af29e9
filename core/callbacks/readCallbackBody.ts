import type { IncomingHttpHeaders } from 'node:http';
import { jsonParse, type IDataObject } from 'n8n-workflow';

import { CallbackRejected } from './callbackRejected';
import { isJsonObject } from '../phrase/lenient';

/** A request as n8n's web server hands it over. */
export interface WebhookRequest {
	headers: IncomingHttpHeaders;
	/** The bytes of the body, decompressed, once they have been read. */
	rawBody?: Buffer;
	/** Reads the bytes into `rawBody`, as long as they are not more than n8n takes (`N8N_PAYLOAD_SIZE_MAX`). */
	readRawBody(): Promise<void>;
}

/**
 * Reads the body of a callback, whatever the `Content-Type` says: Phrase documents that the body is JSON, not how
 * it is labelled.
 *
 * @param limit longest body taken, in bytes
 * @throws CallbackRejected when the body is too long (413), cannot be read, or is not a JSON object (400)
 */
export async function readCallbackBody(request: WebhookRequest, limit: number): Promise<IDataObject> {
	// What says itself that it is too long is not read at all.
	if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong();
	const bytes = await readBytes(request);
	if (bytes.length > limit) throw tooLong();
	const body = parseJson(bytes);
	if (!isJsonObject(body)) throw new CallbackRejected(400, 'The body must be a JSON object');
	return body;
}

function tooLong(): CallbackRejected {
	return new CallbackRejected(413, 'The body is too long');
}

async function readBytes(request: WebhookRequest): Promise<Buffer> {
	const failure = await request.readRawBody().catch((error: unknown) => error);
	if (request.rawBody !== undefined) return request.rawBody;
	// The library that n8n reads with names its reasons so.
	if (isJsonObject(failure) && failure.type === 'entity.too.large') throw tooLong();
	throw new CallbackRejected(400, 'Could not read the body');
}

function parseJson(bytes: Buffer): unknown {
	try {
		return jsonParse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}
