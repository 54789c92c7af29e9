import { setMaxListeners } from 'node:events';
import { Readable } from 'node:stream';
import { readBytes, readJson, toStream, type Answer } from './answer';
import type { PhraseClient, Product } from './client.types';
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

/** How patient a run is. */
export const PATIENCE: Patience = { timeouts: TIMEOUTS, backoff: BACKOFF, atOnceMs: AT_ONCE_MS };

/** What becomes of one request. */
interface Call<T> {
	/** Takes what is wanted from the answer. */
	read: (answer: Answer) => Promise<T>;
	/** Stops it. */
	signal: AbortSignal | undefined;
	/** Keeps it from being sent when it has not been yet. */
	noBegin: AbortSignal | undefined;
}

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
	const noMore = anyOf(options.signal, quit);

	/** Sends until it works, and takes from the answer what `read` takes. */
	async function run<T>(
		request: PhraseRequest,
		read: (answer: Answer) => Promise<T>,
		callSignal: AbortSignal | undefined,
	): Promise<T> {
		const signal = anyOf(request.method === 'GET' ? noMore : options.signal, callSignal);
		const noBegin = anyOf(noMore, callSignal);
		let hasLoggedInAgain = false;
		let isPerhapsDone = false;
		const signedIn = async (): Promise<Attempt<T>> => {
			const session = await sessions.current();
			const attempt = await send(request, session, { read, signal, noBegin });
			if (!isRefusedToken(attempt) || !session.renewable || hasLoggedInAgain) return attempt;
			hasLoggedInAgain = true;
			const renewed = await sessions.renewed(session);
			return renewed.header === session.header
				? attempt
				: await send(request, renewed, { read, signal, noBegin });
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
		{ read, signal, noBegin }: Call<T>,
	): Promise<Attempt<T>> {
		const leave = await traffic.enter(backoff.base, noBegin);
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
			throw error;
		}
	}

	async function refusal(
		answer: Answer,
		{ repeat, secrets, subject }: PhraseRequest,
		session: Session,
	): Promise<PhraseError> {
		const { status, headers } = answer;
		const body = (await readBytes(answer, LONGEST_ERROR_BODY)).toString('utf8');
		const text = redact(body, [...session.secrets, ...secrets]);
		return toRefusalError({ status, headers, text }, { product, repeat, subject });
	}

	return {
		send: async (request, signal) =>
			await run(request, async (answer) => await readJson(answer, request), signal),
		open: async (request, signal) =>
			await run(request, async (answer) => toStream(answer, timeouts.stalled), signal),
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

function isSuccess({ status }: Answer): boolean {
	return status >= 200 && status < 300;
}

function isRefusedToken(attempt: Attempt<unknown>): boolean {
	return 'error' in attempt && attempt.error.httpCode === 401;
}

/**
 * Whether an answer to a repeated request says that an earlier one, whose answer was lost, has deleted the thing. Of a
 * call whose body names several, it may be about any of them.
 */
function isDeleted({ method, body }: PhraseRequest, status: number | undefined): status is 404 | 410 {
	return method === 'DELETE' && body === undefined && (status === 404 || status === 410);
}

/** An answer without a body. */
function nothing(status: number): Answer {
	return { status, headers: {}, body: Readable.from([]), toError: (error) => error as Error };
}
