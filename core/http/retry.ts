import type { ErrorKind, PhraseError } from './errors';
import { pause } from './pause';
import type { Repeat } from './request';
import type { TooMany } from './tooMany';
import type { Traffic } from './traffic';

/** The waits between attempts, in ms. */
export interface Backoff {
	/** Longest wait after the first attempt; it doubles with each further one. */
	base: number;
	/** Longest wait between two attempts. */
	cap: number;
	/** Longest wait that a `Retry-After` header can ask for. */
	retryAfterCap: number;
	/** Attempts at most: when Phrase asks for patience, and after other failures. */
	attempts: { busy: number; other: number };
}

/**
 * Wait after Phrase refused a request because too many were under way, in ms.
 * Source: Phrase's guide "Handling concurrent API limits": a minute, and some time at random.
 */
export const AT_ONCE_MS = 60_000;

/**
 * How patient a run is. Phrase asks for patience with 429 and 503: with half of all answers being one of them, 14
 * attempts let all but 6 in 100,000 calls through.
 */
export const BACKOFF: Backoff = {
	base: 500,
	cap: 30_000,
	retryAfterCap: 60_000,
	attempts: { busy: 14, other: 5 },
};

/**
 * How much sooner a request comes back that was one too many in a minute: its slot waits with it. It stays that soon as
 * long as others get through. When Phrase refuses nearly all, the attempts together take longer than a minute.
 */
const SOONER = 10;

/** What the headers of a refusal say about the next attempt. */
export interface Asked {
	/** The `Retry-After` header, if there was one. */
	retryAfter?: string;
	/** Which limit was reached; none unless the answer was 429. */
	tooMany?: TooMany;
	/** When the request was sent, in ms since the process started. */
	sentAt: number;
}

/** What one attempt came to. */
export type Attempt<T> = { value: T } | { error: PhraseError; asked?: Asked };

/**
 * Sends until it works, or until another attempt is not allowed or not sensible.
 *
 * @param attempt sends once
 * @param options.repeat when the request may be sent again
 * @param options.traffic the requests of the same credential, which a 429 is about as well
 * @param options.atOnceMs wait after a refusal because too many requests were under way, in ms
 * @param options.signal stops the attempt under way as well
 * @param options.quit lets no further attempt begin
 * @throws the error of the last attempt; the reason of a signal
 */
export async function untilItWorks<T>(
	attempt: () => Promise<Attempt<T>>,
	{
		repeat,
		traffic,
		backoff,
		atOnceMs,
		signal,
		quit,
	}: {
		repeat: Repeat;
		traffic: Traffic;
		backoff: Backoff;
		atOnceMs: number;
		signal?: AbortSignal;
		quit?: AbortSignal;
	},
): Promise<T> {
	for (let attempts = 1; ; attempts++) {
		quit?.throwIfAborted();
		const outcome = await attempt();
		traffic.noteAnswer('error' in outcome && outcome.asked?.tooMany === 'inAMinute');
		if ('value' in outcome) return outcome.value;
		signal?.throwIfAborted();

		const { error, asked } = outcome;
		const asksForTime = parseRetryAfter(asked?.retryAfter);
		let delay: number;
		if (asked?.tooMany === 'atOnce') {
			delay = Math.max(asksForTime ?? 0, atOnceMs * (1 + Math.random() / 2));
			traffic.narrow(asked.sentAt);
		} else if (asked?.tooMany === 'inAMinute' && asksForTime === undefined) {
			const { isMostlyRefused } = traffic;
			delay = delayInAMinute(attempts, isMostlyRefused ? backoff : { ...backoff, cap: backoff.base / 2 });
			if (isMostlyRefused) traffic.close(delay);
		} else {
			delay = delayAfter(asked?.retryAfter, attempts, backoff);
			if (asked?.tooMany === 'inAMinute') traffic.close(delay);
		}
		if (!mayRepeat(repeat, error.kind) || attempts >= mostAttempts(error.kind, backoff)) throw error;
		await pause(delay, signal);
	}
}

/**
 * Whether a request may be sent again as it is after a failure.
 * @param repeat what the request allows
 * @param kind what the failure was
 */
export function mayRepeat(repeat: Repeat, kind: ErrorKind): boolean {
	if (repeat === 'never') return false;
	if (kind === 'perhapsDone') return repeat === 'always';
	return kind === 'unreachable' || kind === 'busy';
}

/** Failures that prove that Phrase did not do what it was asked for. */
const NOT_PERFORMED: ReadonlySet<ErrorKind> = new Set(['refused', 'busy', 'unreachable', 'parameter']);

/** Whether Phrase may have done what it was asked for. Nobody asks for that again. */
export function mayBePerformed(kind: ErrorKind): boolean {
	return !NOT_PERFORMED.has(kind);
}

/**
 * How long to wait before the next attempt: what Phrase asks for, or else exponential at random. It is never nothing:
 * who was refused does not come back at once.
 * @param retryAfter the answer's `Retry-After` header
 * @param attempts how many there have been
 * @returns ms
 */
export function delayAfter(retryAfter: string | undefined, attempts: number, backoff: Backoff): number {
	const { base, cap, retryAfterCap } = backoff;
	const asked = parseRetryAfter(retryAfter);
	if (asked !== undefined) return Math.min(asked, retryAfterCap) + Math.random() * base;
	const least = base / 2;
	return least + Math.random() * (Math.min(cap, base * 2 ** (attempts - 1)) - least);
}

/** How long to wait after one request too many in a minute, when Phrase does not say, in ms. */
function delayInAMinute(attempts: number, { base, cap }: Backoff): number {
	const longest = Math.min(cap, (base / SOONER) * 2 ** (attempts - 1));
	return (longest * (1 + Math.random())) / 2;
}

/** An HTTP date, which holds a comma as lists of headers do. */
const HTTP_DATE = /[a-z]{3}, \d{2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT/gi;

/**
 * Reads a `Retry-After` header: seconds, or an HTTP date; the longest one when it came several times.
 * @returns ms from now, above 0; undefined when there is nothing to read, or no time to wait
 */
export function parseRetryAfter(value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	const dates = [...value.matchAll(HTTP_DATE)].map(([date]) => Date.parse(date) - Date.now());
	const seconds = value.replace(HTTP_DATE, '').split(',').filter(isNumber).map(Number);
	const ms = Math.max(...dates, ...seconds.map((one) => one * 1000));
	return ms > 0 ? ms : undefined;
}

function isNumber(text: string): boolean {
	return /^\s*\d+(\.\d+)?\s*$/.test(text);
}

function mostAttempts(kind: ErrorKind, { attempts }: Backoff): number {
	return kind === 'busy' ? attempts.busy : attempts.other;
}
