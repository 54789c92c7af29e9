import type { Dispatcher } from 'undici';
import type { Answer } from './answer';
import { openBody } from './body';
import { toConnectionError } from './connectionFailure';
import { decoded, ENCODINGS } from './decode';
import { PhraseError } from './errors';
import { lookFirst } from './lookFirst';
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
	/** Until this side moves on: the source of an upload gives more, or whoever reads an answer takes more. */
	stalled: number;
}

/** Phrase's synchronous calls may take minutes; a body that has begun keeps coming. */
export const TIMEOUTS: Timeouts = {
	headers: 120_000,
	headersAfterFile: 300_000,
	idle: 60_000,
	stalled: 300_000,
};

/**
 * Sends a request once.
 * @returns the answer, whatever its status
 * @throws PhraseError when there is no answer, or the body of the request cannot be read; the signal's reason
 */
export async function exchange(
	request: PhraseRequest,
	{
		connections,
		session,
		timeouts,
		signal,
	}: { connections: Dispatcher; session: Session; timeouts: Timeouts; signal?: AbortSignal },
): Promise<Answer> {
	const { origin, basePath } = session;
	const path = basePath + request.target;
	const body = openBody(request.body, timeouts.stalled);
	const toError = (error: unknown): Error => {
		if (signal?.aborted) return asError(signal.reason);
		return toConnectionError(error, new URL(origin + path), request.repeat);
	};
	const answer = await connections
		.request({
			origin,
			path,
			method: request.method,
			headers: {
				accept: request.accept,
				'accept-encoding': ENCODINGS,
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
			throw toError(body.sourceError?.() ?? error);
		});
	// Whoever reads the body gets its error; before, it must not end the process.
	answer.body.on('error', () => undefined);
	const headers = flatten(answer.headers);
	try {
		const bytes = await decoded(answer.body, headers['content-encoding']);
		return { status: answer.statusCode, headers, body: bytes, toError };
	} catch (error) {
		answer.body.destroy();
		throw error instanceof PhraseError ? lookFirst(error, request.repeat) : toError(error);
	}
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

/** Names are in lower case already. */
function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
	const flat: Record<string, string> = {};
	for (const [name, value = ''] of Object.entries(headers)) {
		flat[name] = typeof value === 'string' ? value : value.join(', ');
	}
	return flat;
}
