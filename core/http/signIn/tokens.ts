import { rememberBounded } from '../../concurrency/rememberBounded';
import { fingerprint } from '../fingerprint';
import type { Backoff } from '../retry';
import { askForToken, type Helper } from './askForToken';
import type { LogIn } from './logIn';
import { isAccepted, type Use } from './probe';

/** A token that this process got. */
export interface Token {
	header: string;
	/** When to get another one, in ms since the process started. */
	renewAt: number;
}

/** How a token is got. */
export interface Means {
	helper: Helper;
	backoff: Backoff;
	/** Ends the waiting of one caller; others may wait for the same log-in. */
	signal?: AbortSignal;
}

/** Longest before its end that a token is renewed, so that a long call does not meet the end, in ms. */
const RENEWED_BEFORE_END_MS = 5 * 60_000;

/** Tokens kept at most; the one made first is forgotten. */
const MOST_TOKENS = 1000;

/**
 * The tokens of this process, each by the log-in it came from and the address it is used at. Whoever changes anything
 * in a credential, or has an expression in it that says something else, asks for another token.
 *
 * n8n could store a token in the credential. That is not used. The editor hands a stored token on to an
 * edited credential. In place of a credential's expressions, n8n before 2.35 stores what they were at that
 * moment (n8n-io/n8n#34107). A process that does not know a token makes one log-in.
 */
const tokens = new Map<string, Token>();

/** The log-ins under way. */
const logIns = new Map<string, Promise<Token>>();

/**
 * A token for a log-in: the known one, or that of a new log-in, one at a time.
 *
 * @param use where the token is used
 * @param isRefused whether Phrase refused a token; one that it accepts all the same is given again
 * @throws PhraseError as `askForToken`; the signal's reason
 */
export async function getToken(
	logIn: LogIn,
	use: Use,
	{ isRefused, ...means }: Means & { isRefused: (header: string) => boolean },
): Promise<Token> {
	const key = keyOf(logIn, use);
	const known = knownToken(logIn, use);
	if (known === undefined) return await newToken(logIn, use, means);
	if (!isRefused(known.header)) return known;
	return await once(key, means.signal, async () =>
		(await isAccepted(known.header, use, means.helper)) ? known : await makeToken(key, logIn, means),
	);
}

/** A token of a log-in that nobody has used yet. */
export async function newToken(logIn: LogIn, use: Use, means: Means): Promise<Token> {
	const key = keyOf(logIn, use);
	return await once(key, means.signal, async () => await makeToken(key, logIn, means));
}

/** The token that this process knows for a log-in, unless its time is over. */
export function knownToken(logIn: LogIn, use: Use): Token | undefined {
	const token = tokens.get(keyOf(logIn, use));
	return token !== undefined && performance.now() < token.renewAt ? token : undefined;
}

function keyOf({ url, body, scheme }: LogIn, { url: usedAt }: Use): string {
	return fingerprint(url, body instanceof URLSearchParams ? body.toString() : body, scheme, usedAt);
}

async function makeToken(key: string, logIn: LogIn, { helper, backoff }: Means): Promise<Token> {
	const { token, lifeMs = Infinity } = await askForToken(logIn, helper, backoff);
	// A life that is over already tells of a clock that goes wrong: then the token lives until it is refused.
	const life = lifeMs > RENEWED_BEFORE_END_MS ? lifeMs - RENEWED_BEFORE_END_MS : Infinity;
	const made = { header: `${logIn.scheme} ${token}`, renewAt: performance.now() + life };
	rememberBounded(tokens, key, made, MOST_TOKENS);
	return made;
}

async function once(
	key: string,
	signal: AbortSignal | undefined,
	make: () => Promise<Token>,
): Promise<Token> {
	signal?.throwIfAborted();
	let making = logIns.get(key);
	if (making === undefined) {
		making = make().finally(() => logIns.delete(key));
		logIns.set(key, making);
	}
	return await unlessStopped(making, signal);
}

/** Waits for what others wait for as well, until the signal. */
async function unlessStopped<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return await promise;
	return await new Promise<T>((resolve, reject) => {
		const stop = () => reject(signal.reason as Error);
		signal.addEventListener('abort', stop, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}
