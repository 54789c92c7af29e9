import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Credential } from '../credential';
import { connectionKind } from '../connectionFailure';
import { PhraseError, type ErrorKind } from '../errors';
import { asRecord } from '../read';
import { redact, secretsOf } from '../redact';
import { kindOfStatus } from '../refusal';
import { AT_ONCE_MS, untilItWorks, type Attempt, type Backoff } from '../retry';
import { trafficOf } from '../traffic';
import { getUserAgent } from '../userAgent';
import { asSignInError } from './askForToken';
import type { Use } from './probe';

const TIMEOUT_MS = 60_000;

/** The renewals under way in this process, by credential. */
const renewals = new Map<string, Promise<unknown>>();

/** The value of the `Authorization` header; undefined when n8n holds no token. */
export function oauth2Header(credentials: ICredentialDataDecryptedObject): string | undefined {
	const { access_token: token } = asRecord(credentials.oauthTokenData);
	return typeof token === 'string' && token !== '' ? `Bearer ${token}` : undefined;
}

/**
 * Lets n8n renew an OAuth2 token: only its own request helper can, when a call is refused, and it stores what it got.
 * So n8n makes one small call; one at a time per credential and process.
 *
 * @param use the call to make
 * @param isRefused whether Phrase refused a token; one that it accepts all the same is given again
 * @returns the value of the `Authorization` header
 * @throws PhraseError of the kind `signInRefused` when the credential has to be connected again, `signInUnavailable`
 * when it could not get a token for the moment
 */
export async function renewedOAuth2Header(
	credential: Credential,
	use: Use,
	{ isRefused, ...how }: { isRefused: (header: string) => boolean; backoff: Backoff; signal?: AbortSignal },
): Promise<string> {
	const others = renewals.get(credential.id);
	if (others !== undefined) {
		// Theirs may have been stopped.
		await others.catch(() => undefined);
		const header = oauth2Header(await credential.readAgain());
		if (header !== undefined && !isRefused(header)) return header;
	}
	const renewal = untilItWorks(async () => await once(credential, use, isRefused), {
		repeat: 'always',
		traffic: trafficOf(credential.id),
		atOnceMs: AT_ONCE_MS,
		...how,
	}).catch((error: unknown) => {
		throw error instanceof PhraseError ? asSignInError(error) : error;
	});
	renewals.set(credential.id, renewal);
	try {
		return await renewal;
	} finally {
		if (renewals.get(credential.id) === renewal) renewals.delete(credential.id);
	}
}

async function once(
	credential: Credential,
	{ url }: Use,
	isRefused: (header: string) => boolean,
): Promise<Attempt<string>> {
	const { context, type } = credential;
	const thrown: unknown = await context.helpers.httpRequestWithAuthentication
		.call(context, type, {
			method: 'GET',
			url,
			headers: { 'user-agent': getUserAgent() },
			json: true,
			timeout: TIMEOUT_MS,
		})
		.then(() => undefined)
		.catch((error: unknown) => error);
	const credentials = await credential.readAgain();
	const header = oauth2Header(credentials);
	// What the call was answered does not matter when the token is new, or when it is good after all.
	if (header !== undefined && (!isRefused(header) || thrown === undefined)) return { value: header };
	return { error: toRenewalError(thrown, credentials) };
}

/** The helper's error holds the request, token included: only its words may go on. */
function toRenewalError(thrown: unknown, credentials: ICredentialDataDecryptedObject): PhraseError {
	const { message, description } = (thrown ?? {}) as { message?: string; description?: string | null };
	const words = redact(
		[message, description].filter((text) => typeof text === 'string' && text !== '').join(' '),
		secretsOf(credentials),
	);
	const unavailable = new PhraseError({
		kind: kindOf(thrown),
		message: 'Could not ask Phrase TMS for a new OAuth2 token',
		description: `${words} Try again later.`.trim(),
	});
	if (unavailable.isPassing) return unavailable;
	return new PhraseError({
		kind: 'signInRefused',
		message: 'n8n could not renew the OAuth2 token of the credential',
		description: `${words} Open the credential and connect it again.`.trim(),
		httpCode: 401,
	});
}

/** n8n puts an HTTP status where there is one, and the code of Node.js where there is none. */
function kindOf(thrown: unknown): ErrorKind {
	const { httpCode: code } = (thrown ?? {}) as { httpCode?: unknown };
	return Number.isNaN(Number(code)) ? connectionKind(String(code)) : kindOfStatus(Number(code));
}
