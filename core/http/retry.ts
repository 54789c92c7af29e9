import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorKind, PhraseError } from './errors';
import type { Repeat } from './request';

/** The waits between attempts, in ms. */
export interface Backoff {
	/** Longest wait after the first attempt; it doubles with each further one. */
	base: number;
	/** Longest wait between two attempts. */
	cap: number;
	/** Longest wait that a `Retry-After` header can ask for. */
	retryAfterCap: number;
}

export const BACKOFF: Backoff = { base: 500, cap: 30_000, retryAfterCap: 60_000 };

/**
 * Attempts at most. Phrase asks for patience with 429 and 503: with 30 % of all answers being one of them, 12
 * attempts let all but 5 in 10 million calls through.
 */
const ATTEMPTS = { refused: 12, other: 5 };

/** What one attempt came to. */
export type Attempt<T> =
	| { value: T }
	| {
			error: PhraseError;
			/** The `Retry-After` header of the answer, if there was one. */
			retryAfter?: string;
	  };

/** What all requests of one credential share. */
interface Gate {
	/** When requests may go on, in ms since the process started. */
	opensAt: number;
}

const gates = new Map<string, Gate>();

/**
 * Sends until it works, or until another attempt is not allowed or not sensible.
 *
 * @param attempt sends once
 * @param options.repeat when the request may be sent again
 * @param options.gateKey names the credential: a 429 pauses all its requests, because Phrase counts them together
 * @throws the error of the last attempt; the signal's reason when the execution is stopped
 */
export async function untilItWorks<T>(
	attempt: () => Promise<Attempt<T>>,
	{
		repeat,
		gateKey,
		backoff,
		signal,
	}: { repeat: Repeat; gateKey: string; backoff: Backoff; signal?: AbortSignal },
): Promise<T> {
	const gate = gateOf(gateKey);
	for (let attempts = 1; ; attempts++) {
		await passGate(gate, backoff, signal);
		const outcome = await attempt();
		if ('value' in outcome) return outcome.value;
		signal?.throwIfAborted();

		const { error, retryAfter } = outcome;
		const delay = delayAfter(retryAfter, attempts, backoff);
		if (error.httpCode === 429) gate.opensAt = Math.max(gate.opensAt, performance.now() + delay);
		if (!mayRepeat(repeat, error.kind) || attempts >= mostAttempts(error.kind)) throw error;
		await pause(delay, signal);
	}
}

/**
 * Whether a request may be sent again after a failure.
 * @param repeat what the request allows
 * @param kind what the failure was
 */
export function mayRepeat(repeat: Repeat, kind: ErrorKind): boolean {
	if (repeat === 'never') return false;
	if (kind === 'unreachable' || kind === 'busy') return true;
	return kind === 'perhapsDone' && repeat === 'always';
}

/**
 * How long to wait before the next attempt: what Phrase asks for, or else exponential with full jitter.
 * @param retryAfter the answer's `Retry-After` header
 * @param attempts how many there have been
 * @returns ms
 */
export function delayAfter(retryAfter: string | undefined, attempts: number, backoff: Backoff): number {
	const asked = parseRetryAfter(retryAfter);
	if (asked !== undefined) return Math.min(asked, backoff.retryAfterCap);
	return Math.random() * Math.min(backoff.cap, backoff.base * 2 ** (attempts - 1));
}

/**
 * Reads a `Retry-After` header: seconds, or an HTTP date.
 * @returns ms from now, not below 0; undefined when there is nothing to read
 */
export function parseRetryAfter(value: string | undefined): number | undefined {
	if (value === undefined || value.trim() === '') return undefined;
	const ms = /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/**
 * Waits.
 * @param ms how long
 * @throws the signal's reason, as soon as the execution is stopped
 */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	await sleep(ms, undefined, { signal }).catch(() => signal?.throwIfAborted());
}

function gateOf(key: string): Gate {
	const gate = gates.get(key) ?? { opensAt: 0 };
	gates.set(key, gate);
	return gate;
}

/** Waits at a closed gate, and leaves it at another moment than the others who wait. */
async function passGate(gate: Gate, { base }: Backoff, signal?: AbortSignal): Promise<void> {
	signal?.throwIfAborted();
	for (let wait = gate.opensAt - performance.now(); wait > 0; wait = gate.opensAt - performance.now()) {
		await pause(wait + Math.random() * Math.min(wait, base), signal);
	}
}

function mostAttempts(kind: ErrorKind): number {
	return kind === 'busy' ? ATTEMPTS.refused : ATTEMPTS.other;
}
