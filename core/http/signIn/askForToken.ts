import type { IHttpRequestHelper } from 'n8n-workflow';
import { z } from 'zod/v4';
import { onFirstUse } from '../onFirstUse';
import { toConnectionError } from '../connectionFailure';
import type { PhraseError } from '../errors';
import { proxyFor } from '../proxies';
import { refusedByProxy } from '../proxyFailure';
import { asRecord } from '../read';
import { redact } from '../redact';
import { AT_ONCE_MS, untilItWorks, type Attempt, type Backoff } from '../retry';
import { trafficOf } from '../traffic';
import { getUserAgent } from '../userAgent';
import type { LogIn } from './logIn';
import { noToken, toLogInError } from './logInError';

/** n8n's request helper, as nodes and credentials both have it. It applies n8n's rules for outgoing connections. */
export type Helper = Pick<IHttpRequestHelper['helpers'], 'httpRequest'>;

/** A token, and how long it lives, as far as the answer tells. */
export interface IssuedToken {
	token: string;
	/** In ms. */
	lifeMs?: number;
}

const TIMEOUT_MS = 60_000;

/** The parts of a complete answer that matter here. */
const answerSchema = onFirstUse(() =>
	z.object({ statusCode: z.number(), headers: z.looseObject({}), body: z.unknown() }),
);

/**
 * Logs in, and repeats it as a call that changes nothing: a token too many does no harm.
 * @throws PhraseError of the kind `signInUnavailable` when it could not get a token for the moment,
 *   `signInRefused` when Phrase refuses the secret, `unusable` when somebody else answers
 */
export async function askForToken(logIn: LogIn, helper: Helper, backoff: Backoff): Promise<IssuedToken> {
	const traffic = trafficOf(`log-in ${new URL(logIn.url).host}`);
	try {
		return await untilItWorks(async () => await once(logIn, helper), {
			repeat: 'always',
			traffic,
			backoff,
			atOnceMs: AT_ONCE_MS,
		});
	} catch (error) {
		throw asSignInError(error as PhraseError);
	}
}

/** What has failed for the moment is no longer about one call, but about all that need the token. */
export function asSignInError(error: PhraseError): PhraseError {
	return error.isPassing ? error.with({ kind: 'signInUnavailable' }) : error;
}

async function once(logIn: LogIn, helper: Helper): Promise<Attempt<IssuedToken>> {
	const url = new URL(logIn.url);
	const sentAt = performance.now();
	let answer: z.infer<ReturnType<typeof answerSchema>>;
	try {
		answer = answerSchema().parse(
			await helper.httpRequest({
				method: 'POST',
				url: logIn.url,
				body: logIn.body,
				headers: { accept: 'application/json', 'user-agent': getUserAgent() },
				timeout: TIMEOUT_MS,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				// A log-in holds a secret: it goes where the user said, and nowhere else.
				disableFollowRedirect: true,
			}),
		);
	} catch (error) {
		return { error: toConnectionError(error, url) };
	}
	const { statusCode, headers, body } = answer;
	const proxy = proxyFor(url);
	if (statusCode === 407 && proxy !== undefined) return { error: refusedByProxy(proxy, statusCode, url) };
	if (statusCode !== 200) {
		const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
		const retryAfter = headers['retry-after'];
		return {
			error: toLogInError(logIn, statusCode, redact(text, [logIn.secret])),
			asked: { retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined, sentAt },
		};
	}
	const { [logIn.member]: token, expires, expires_in: seconds } = asRecord(body);
	if (typeof token !== 'string' || token === '') return { error: noToken() };
	return { value: { token, lifeMs: lifeMs(seconds, expires) } };
}

/** Source: `expires_in` in seconds of the Platform, `expires` as a date of TMS and Language AI. */
function lifeMs(seconds: unknown, expires: unknown): number | undefined {
	const ms = typeof seconds === 'number' ? seconds * 1000 : Date.parse(String(expires)) - Date.now();
	return Number.isNaN(ms) ? undefined : ms;
}
