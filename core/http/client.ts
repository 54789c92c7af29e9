import { setMaxListeners } from 'node:events';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { PhraseClient, PhraseResponse, PhraseStream, Product } from './client.types';
import { getConnections } from './connections';
import type { Credential } from './credential';
import { PhraseError } from './errors';
import { toRefusalError } from './refusal';
import { exchange, TIMEOUTS, type Timeouts } from './exchange';
import { redact } from './redact';
import type { PhraseRequest } from './request';
import { AT_ONCE_MS, BACKOFF, untilItWorks, type Attempt, type Backoff } from './retry';
import { Sessions, type Session } from './session';
import { tooMany } from './tooMany';
import { trafficOf } from './traffic';

/** What a client is for. */
export interface ClientOptions {
	product: Product;
	/** Stops every request and every wait; what it gives as its reason is thrown. */
	signal?: AbortSignal;
	/**
	 * Lets nothing begin any more, and stops what only reads. A call under way that may change something in Phrase is
	 * let end, so that what it did is known.
	 */
	quit?: AbortSignal;
}

/** How patient a client is, in ms. */
export interface Patience {
	timeouts: Timeouts;
	backoff: Backoff;
	/** Wait after Phrase refused a request because too many were under way. */
	atOnceMs: number;
}

const PATIENCE: Patience = { timeouts: TIMEOUTS, backoff: BACKOFF, atOnceMs: AT_ONCE_MS };

/** Longest error body that is read, in bytes. */
const LONGEST_ERROR_BODY = 64 * 1024;

/**
 * Makes the client of one node run.
 * @param credential who signs in
 * @param options for which product
 * @param patience time-outs and waits; tests shorten them
 */
export function createPhraseClient(
	credential: Credential,
	options: ClientOptions,
	{ timeouts, backoff, atOnceMs }: Patience = PATIENCE,
): PhraseClient {
	const { product, quit } = options;
	const sessions = new Sessions(credential, { ...options, backoff });
	const traffic = trafficOf(credential.id);
	const connections = getConnections(credential.context);
	// Every request under way listens to the same signals, which is no leak.
	for (const shared of [options.signal, quit]) if (shared) setMaxListeners(0, shared);

	/** Sends until it works, and takes from the answer what `read` takes. */
	async function run<T>(
		request: PhraseRequest,
		read: (answer: PhraseStream) => Promise<T>,
		callSignal: AbortSignal | undefined,
	): Promise<T> {
		const signal = anyOf(options.signal, callSignal, request.method === 'GET' ? quit : undefined);
		let hasLoggedInAgain = false;
		let isPerhapsDone = false;
		const signedIn = async (): Promise<Attempt<T>> => {
			const session = await sessions.current();
			const attempt = await send(request, session, { read, signal });
			if (!isRefusedToken(attempt) || !session.renewable || hasLoggedInAgain) return attempt;
			hasLoggedInAgain = true;
			const renewed = await sessions.renewed(session);
			return renewed.header === session.header ? attempt : await send(request, renewed, { read, signal });
		};
		const once = async (): Promise<Attempt<T>> => {
			const attempt = await signedIn();
			if ('value' in attempt) return attempt;
			const { kind, httpCode } = attempt.error;
			if (isPerhapsDone && isDeleted(request, httpCode)) return { value: await read(nothing(httpCode)) };
			isPerhapsDone ||= kind === 'perhapsDone';
			return attempt;
		};
		return await untilItWorks(once, { repeat: request.repeat, traffic, backoff, atOnceMs, signal, quit });
	}

	async function send<T>(
		request: PhraseRequest,
		session: Session,
		{ read, signal }: { read: (answer: PhraseStream) => Promise<T>; signal: AbortSignal | undefined },
	): Promise<Attempt<T>> {
		const leave = await traffic.enter(backoff.base, signal);
		const sentAt = performance.now();
		try {
			const answer = await exchange(request, { connections, session, timeouts, signal }).catch(
				(error: unknown) => {
					leave();
					throw error;
				},
			);
			whenClosed(answer.body, leave);
			if (isSuccess(answer)) return { value: await read(answer) };
			const error = await refusal(answer, request, session);
			const { 'retry-after': retryAfter } = answer.headers;
			const limit = answer.status === 429 ? tooMany(answer.headers) : undefined;
			return { error, asked: { retryAfter, tooMany: limit, sentAt } };
		} catch (error) {
			signal?.throwIfAborted();
			if (error instanceof PhraseError) return { error };
			// The source of the request's body.
			throw error;
		}
	}

	async function refusal(
		{ status, headers, body }: PhraseStream,
		{ repeat, secrets }: PhraseRequest,
		session: Session,
	): Promise<PhraseError> {
		const text = redact(await readText(body, LONGEST_ERROR_BODY), [...session.secrets, ...secrets]);
		return toRefusalError({ status, headers, text }, { product, repeat });
	}

	return {
		send: async (request, signal) => await run(request, readJson, signal),
		open: async (request, signal) => await run(request, async (answer) => answer, signal),
	};
}

function whenClosed(body: Readable, then: () => void): void {
	if (body.closed) then();
	else body.once('close', then);
}

/** A client whose calls all end with a signal. */
export function endingWith(client: PhraseClient, signal: AbortSignal): PhraseClient {
	return {
		send: async (request) => await client.send(request, signal),
		open: async (request) => await client.open(request, signal),
	};
}

/** One signal for several. */
function anyOf(...signals: Array<AbortSignal | undefined>): AbortSignal | undefined {
	const given = signals.filter((signal) => signal !== undefined);
	return given.length > 1 ? AbortSignal.any(given) : given[0];
}

function isSuccess({ status }: PhraseStream): boolean {
	return status >= 200 && status < 300;
}

function isRefusedToken(attempt: Attempt<unknown>): boolean {
	return 'error' in attempt && attempt.error.httpCode === 401;
}

/** Whether an answer to a repeated request says that an earlier one, whose answer was lost, has deleted the thing. */
function isDeleted({ method }: PhraseRequest, status: number | undefined): status is 404 | 410 {
	return method === 'DELETE' && (status === 404 || status === 410);
}

/** An answer without a body. */
function nothing(status: number): PhraseStream {
	return { status, headers: {}, body: Readable.from([]) };
}

async function readJson({ status, headers, body }: PhraseStream): Promise<PhraseResponse> {
	const text = await readText(body);
	return { status, headers, body: text.trim() === '' ? undefined : parseJson(text) };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw notJson();
	}
}

function notJson(): PhraseError {
	return new PhraseError({
		kind: 'unusable',
		message: 'The answer is not JSON, so it does not come from Phrase',
		description:
			'Check the region or the URL in the credential, and whether a proxy answers in place of Phrase.',
	});
}

/** Reads a body as text, up to a limit; what lies beyond is not received. */
async function readText(body: Readable, limit = Infinity): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		length += chunk.length;
		if (length >= limit) break;
	}
	// undici gives a connection back one turn after its answer has ended; a request before that opens another one.
	await setImmediate();
	return Buffer.concat(chunks).subarray(0, limit).toString('utf8');
}
