import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Product } from '../client.types';
import { PhraseError } from '../errors';
import type { Backoff } from '../retry';
import type { Helper } from './askForToken';
import { logInOf, required } from './logIn';
import { useOf } from './probe';
import { getToken, knownToken, newToken, type Token } from './tokens';

/** Marks the request of a credential test. It is never sent. */
export const TEST_HEADER = 'x-n8n-credential-test';

/** Somebody may be watching. */
const BACKOFF: Backoff = {
	base: 500,
	cap: 4_000,
	retryAfterCap: 10_000,
	attempts: { busy: 5, other: 3 },
};

/** What was done for one call of n8n. n8n reads the credential anew for each, and hands around what it read. */
interface SignedIn {
	token: Token;
	/** Whether the token was made for this call. */
	isNew: boolean;
	/** Whether the call wants a token that was. */
	wantsNew?: boolean;
}

const signedIn = new WeakMap<ICredentialDataDecryptedObject, SignedIn>();

/** Tells n8n to sign in again, as an answer with this status does. */
class SignInNeeded extends Error {
	readonly response = { status: 401 };
}

/**
 * Signs in for a call that n8n itself makes: the test of a credential, or its HTTP Request node. This runs
 * before the call, and again when the call was refused.
 *
 * @throws PhraseError that says everything in its message, all that n8n shows below a credential. It holds no HTTP
 * status and no code of Node.js, for which n8n would put words of its own in place of ours.
 */
export async function signInForN8n(
	helper: Helper,
	credentials: ICredentialDataDecryptedObject,
	product: Product,
): Promise<void> {
	try {
		const logIn = logInOf(credentials, product);
		if (logIn === undefined) return;
		const use = useOf(credentials, product);
		const means = { helper, backoff: BACKOFF };
		const before = signedIn.get(credentials);
		const known = knownToken(logIn, use);
		const token = before?.wantsNew
			? await newToken(logIn, use, means)
			: await getToken(logIn, use, { ...means, isRefused: (header) => header === before?.token.header });
		signedIn.set(credentials, { token, isNew: before?.wantsNew === true || token !== known });
	} catch (error) {
		throw toSingleMessage(error);
	}
}

/**
 * Adds the `Authorization` header to a call of n8n's.
 * @throws PhraseError when a field of the credential cannot be used
 */
export function authorizedForN8n(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	product: Product,
): IHttpRequestOptions {
	const { [TEST_HEADER]: test, ...headers } = request.headers ?? {};
	return {
		...request,
		headers: { ...headers, authorization: headerOf(credentials, product, test !== undefined) },
	};
}

function headerOf(credentials: ICredentialDataDecryptedObject, product: Product, isTest: boolean): string {
	const use = useOf(credentials, product);
	const logIn = logInOf(credentials, product);
	if (logIn === undefined) return `ApiToken ${required(credentials, 'apiToken', 'TMS API Token')}`;
	const done = signedIn.get(credentials);
	if (isTest && done !== undefined && !done.isNew) {
		// A token that this process knows shows that the secret was right some time ago, not that it still is.
		done.wantsNew = true;
		throw new SignInNeeded();
	}
	const token = done?.token ?? knownToken(logIn, use);
	if (token === undefined) throw new SignInNeeded();
	return token.header;
}

function toSingleMessage(error: unknown): unknown {
	if (!(error instanceof PhraseError)) return error;
	const { kind, message, description = '' } = error;
	const withoutCode = description.replace(/ \[[A-Z_]+\]$/, '');
	return new PhraseError({ kind, message: [message, withoutCode].filter(Boolean).join('. ') });
}
