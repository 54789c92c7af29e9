import type { ICredentialDataDecryptedObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { platformBaseUrl, productBaseUrl } from './baseUrl';
import { PhraseError } from './errors';
import { readErrorBody } from './refusal';
import { redact, secretsOf } from './redact';
import { pause } from './pause';
import { delayAfter, type Backoff } from './retry';
import { getUserAgent } from './userAgent';

/** n8n's request helper as a credential's `preAuthentication` gets it: without authorization. */
type Helper = IHttpRequestHelper['helpers'];

const LOG_IN_TIMEOUT_MS = 60_000;

/** A log-in that Phrase is too busy for is tried a few times, briefly: somebody may be watching. */
const ATTEMPTS = 5;
const BACKOFF: Backoff = { base: 500, cap: 4_000, retryAfterCap: 10_000 };

/**
 * Exchanges a Platform API token for the short-lived token that the products accept.
 * Source: Phrase Platform, `POST /oauth/token` (token exchange).
 *
 * @returns the access token
 * @throws PhraseError that tells a refused token from a wrong host and from trouble at Phrase's side
 */
export async function exchangePlatformToken(
	helper: Helper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const subjectToken = required(credentials, 'platformApiToken', 'Platform API Token');
	const answer = await post(helper, credentials, {
		url: `${platformBaseUrl(credentials)}/oauth/token`,
		body: new URLSearchParams({
			grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
			subject_token: subjectToken,
			subject_token_type: 'urn:phrase:params:oauth:token-type:api_token',
			requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
		}),
		refusal: 'The Phrase Platform did not accept the Platform API token',
		advice: "Make a new token in your Phrase profile under 'Access tokens', and check the region.",
	});
	return tokenOf(answer, 'access_token');
}

/**
 * Logs in to TMS with a user name and password.
 * Source: TMS, operation `login` (v3), `POST /api2/v3/auth/login`.
 *
 * @returns a token for the `ApiToken` scheme, valid for 24 hours
 * @throws PhraseError as `exchangePlatformToken` does
 */
export async function logInToTms(
	helper: Helper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const { userUid } = credentials;
	const answer = await post(helper, credentials, {
		url: `${productBaseUrl(credentials, 'tms')}/api2/v3/auth/login`,
		body: { ...userNameAndPassword(credentials), ...(userUid ? { userUid } : {}) },
		refusal: 'Phrase TMS did not accept the user name and password',
		advice:
			"Check them and the region. A user of several organizations needs 'User UID'; where only single sign-on is allowed, use a Platform API token.",
	});
	return tokenOf(answer, 'token');
}

/**
 * Logs in to Language AI with a user name and password, a way in that Phrase keeps as a fallback only.
 * Source: Language AI, `POST /v1/auth/login`.
 *
 * @returns a token for the `Bearer` scheme
 * @throws PhraseError as `exchangePlatformToken` does
 */
export async function logInToLanguageAi(
	helper: Helper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const { organizationUid } = credentials;
	const answer = await post(helper, credentials, {
		url: `${productBaseUrl(credentials, 'languageAi')}/v1/auth/login`,
		body: {
			...userNameAndPassword(credentials),
			...(organizationUid ? { organization: { uid: organizationUid } } : {}),
		},
		refusal: 'Phrase Language AI did not accept the user name and password',
		advice: "Check them, 'Organization UID' and the region, or use a Platform API token.",
	});
	return tokenOf(answer, 'token');
}

interface LogIn {
	url: string;
	body: IHttpRequestOptions['body'];
	/** What happened when Phrase says no to the secret. */
	refusal: string;
	/** What to do then. */
	advice: string;
}

/** The parts of a complete answer that matter here. */
const answerSchema = z.object({
	statusCode: z.number(),
	headers: z.looseObject({}),
	body: z.unknown(),
});

async function post(
	helper: Helper,
	credentials: ICredentialDataDecryptedObject,
	logIn: LogIn,
): Promise<unknown> {
	for (let attempts = 1; ; attempts++) {
		const { statusCode, headers, body } = await postOnce(helper, logIn);
		if (statusCode === 200) return body;
		if (!isBusy(statusCode) || attempts >= ATTEMPTS) {
			throw toLogInError(logIn, statusCode, redact(toText(body), secretsOf(credentials)));
		}
		const retryAfter = headers['retry-after'];
		await pause(delayAfter(typeof retryAfter === 'string' ? retryAfter : undefined, attempts, BACKOFF));
	}
}

async function postOnce(helper: Helper, { url, body }: LogIn): Promise<z.infer<typeof answerSchema>> {
	const answer: unknown = await helper
		.httpRequest({
			method: 'POST',
			url,
			body,
			headers: { accept: 'application/json', 'user-agent': getUserAgent() },
			timeout: LOG_IN_TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A log-in holds a secret: it goes where the user said, and nowhere else.
			disableFollowRedirect: true,
		})
		.catch((error: unknown) => {
			throw toUnreachable(url, error);
		});
	return answerSchema.parse(answer);
}

function isBusy(status: number): boolean {
	return status === 429 || (status >= 500 && status !== 501);
}

/**
 * The message is all that n8n shows below a credential, so it says everything; and it holds no HTTP code as a
 * property, for which n8n would put its own words in place of ours.
 */
function toLogInError({ url, refusal, advice }: LogIn, status: number, text: string): PhraseError {
	const { host } = new URL(url);
	const { text: words, code } = readErrorBody(text);
	const said =
		words || code
			? ` Phrase says: ${[words?.replace(/\.$/, ''), code && `[${code}]`].filter(Boolean).join(' ')}.`
			: '';
	const isRefusal = status === 401 || (status === 400 && (code !== undefined || words !== undefined));
	if (isRefusal)
		return new PhraseError({
			kind: 'signInRefused',
			message: `${refusal} (HTTP ${status}). ${advice}${said}`,
		});
	if (status === 403) {
		return new PhraseError({
			kind: 'signInRefused',
			message: `Phrase knows the user but does not allow access (HTTP 403). Check the user's role and the organization's access rules.${said}`,
		});
	}
	if (status === 429) {
		return new PhraseError({
			kind: 'signInUnavailable',
			message: `Phrase receives too many log-ins (HTTP 429). Try again later.${said}`,
		});
	}
	if (status >= 500) {
		return new PhraseError({
			kind: 'signInUnavailable',
			message: `Phrase could not process the log-in at ${host} (HTTP ${status}). The secret was not checked. Try again later.${said}`,
		});
	}
	return new PhraseError({
		kind: 'unusable',
		message: `${host} does not answer as Phrase does (HTTP ${status}). Check the region or the custom URL.${said}`,
	});
}

function toUnreachable(url: string, error: unknown): PhraseError {
	const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
	const reason = code ?? cause?.code;
	return new PhraseError({
		kind: 'signInUnavailable',
		message: `${new URL(url).host} could not be reached${typeof reason === 'string' ? ` (${reasonInWords(reason)})` : ''}. Check the region or the custom URL, and the network of the machine that runs n8n.`,
	});
}

/** n8n replaces a message that holds one of Node.js's codes by a general one, so they are put in words. */
function reasonInWords(code: string): string {
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the host name is not known';
	if (code === 'ECONNREFUSED') return 'the connection was refused';
	if (code === 'ETIMEDOUT' || code === 'ECONNABORTED') return 'no answer in time';
	return /CERT|SELF_SIGNED|UNABLE_TO_/.test(code)
		? 'its TLS certificate is not trusted'
		: 'the connection was lost';
}

function tokenOf(answer: unknown, name: string): string {
	const parsed = z.looseObject({ [name]: z.string().min(1) }).safeParse(answer);
	const token = parsed.success ? parsed.data[name] : undefined;
	if (typeof token !== 'string') {
		throw new PhraseError({
			kind: 'unusable',
			message: 'The log-in was answered, but without a token. Check the region or the custom URL.',
		});
	}
	return token;
}

function userNameAndPassword(credentials: ICredentialDataDecryptedObject): {
	userName: string;
	password: string;
} {
	return {
		userName: required(credentials, 'userName', 'User Name'),
		password: required(credentials, 'password', 'Password'),
	};
}

function required(credentials: ICredentialDataDecryptedObject, name: string, displayName: string): string {
	const value = credentials[name];
	if (typeof value !== 'string' || value.trim() === '') {
		throw new PhraseError({
			kind: 'parameter',
			message: `'${displayName}' is empty. Fill it in, or choose another way in.`,
		});
	}
	return value;
}

function toText(body: unknown): string {
	return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}
