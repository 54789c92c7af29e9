import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { openBody } from './body';
import type { PhraseStream } from './client.types';
import { toConnectionError } from './connectionFailure';
import { relay } from './relay';
import type { PhraseRequest } from './request';
import type { Session } from './session';
import { getUserAgent } from './userAgent';

/** Time-outs of the phases of an exchange after the connection is made, in ms. */
export interface Timeouts {
	/** Until the answer's headers come, counted from the last byte that was sent. */
	headers: number;
	/** The same when a file was sent, which Phrase then takes in. */
	headersAfterFile: number;
	/** Between two pieces of the answer's body. */
	idle: number;
}

/** Phrase's synchronous calls may take minutes; a body that has begun keeps coming. */
export const TIMEOUTS: Timeouts = { headers: 120_000, headersAfterFile: 300_000, idle: 60_000 };

/**
 * Sends a request once.
 * @returns the answer, whatever its status, its body decoded and still to be read or destroyed
 * @throws ConnectionError when there is no answer; whatever the source of the request's body throws
 */
export async function exchange(
	request: PhraseRequest,
	{
		connections,
		session,
		timeouts,
		signal,
	}: { connections: Dispatcher; session: Session; timeouts: Timeouts; signal?: AbortSignal },
): Promise<PhraseStream> {
	const url = new URL(session.baseUrl + request.target);
	const body = await openBody(request.body);
	const answer = await connections
		.request({
			origin: url.origin,
			path: url.pathname + url.search,
			method: request.method,
			headers: {
				accept: request.accept,
				'accept-encoding': 'gzip, br, deflate',
				'user-agent': getUserAgent(),
				...body.headers,
				...request.headers,
				authorization: session.header,
			},
			body: body.data,
			headersTimeout:
				request.body?.kind === 'json' || !request.body ? timeouts.headers : timeouts.headersAfterFile,
			bodyTimeout: timeouts.idle,
			signal,
		})
		.catch((error: unknown) => {
			throw body.sourceError() ?? toConnectionError(error, url);
		});
	const headers = flatten(answer.headers);
	return {
		status: answer.statusCode,
		headers,
		body: relay(decode(answer.body, headers['content-encoding']), (error) =>
			signal?.aborted ? asError(signal.reason) : toConnectionError(error, url),
		),
	};
}

/**
 * Undoes the transfer's compression. undici's own interceptor would do the same, but is experimental and says so
 * in n8n's log.
 */
function decode(body: Readable, encoding: string | undefined): Readable {
	switch (encoding?.trim().toLowerCase()) {
		case 'gzip':
		case 'x-gzip':
			return relay(body, asError, createGunzip());
		case 'br':
			return relay(body, asError, createBrotliDecompress());
		case 'deflate':
			return relay(body, asError, createInflate());
		default:
			return body;
	}
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name.toLowerCase(),
			Array.isArray(value) ? value.join(', ') : (value ?? ''),
		]),
	);
}
