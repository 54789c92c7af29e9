import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { platformBaseUrl, productBaseUrl } from '../baseUrl';
import type { Product } from '../client.types';
import { PhraseError } from '../errors';

/** A call that exchanges the secret of a credential for a token, which lives for some hours. */
export interface LogIn {
	url: string;
	/** As form data, or as JSON. */
	body: URLSearchParams | Record<string, unknown>;
	/** Where the answer holds the token. */
	member: 'access_token' | 'token';
	/** What stands before the token in an `Authorization` header. */
	scheme: 'Bearer' | 'ApiToken';
	/** What happened when Phrase says no to the secret, one sentence without its full stop. */
	refusal: string;
	/** What to do then. */
	advice: string;
	/** What nobody may read. */
	secret: string;
}

/**
 * How to log in with a credential.
 *
 * @param product the product whose credential it is
 * @returns undefined when the credential holds its token itself
 * @throws PhraseError when a field that is needed is empty, or names a URL that may not be used
 */
export function logInOf(credentials: ICredentialDataDecryptedObject, product: Product): LogIn | undefined {
	switch (credentials.authType) {
		case 'apiToken':
			return undefined;
		case 'password':
			return product === 'tms' ? tmsLogIn(credentials) : languageAiLogIn(credentials);
		default:
			return platformLogIn(credentials);
	}
}

/** Source: POST /oauth/token of the Phrase Platform (token exchange). */
function platformLogIn(credentials: ICredentialDataDecryptedObject): LogIn {
	const secret = required(credentials, 'platformApiToken', 'Platform API Token');
	return {
		url: `${platformBaseUrl(credentials)}/oauth/token`,
		body: new URLSearchParams({
			grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
			subject_token: secret,
			subject_token_type: 'urn:phrase:params:oauth:token-type:api_token',
			requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
		}),
		member: 'access_token',
		scheme: 'Bearer',
		refusal: 'The Phrase Platform did not accept the Platform API token',
		advice: "Make a new token in your Phrase profile under 'Access tokens', and check the region.",
		secret,
	};
}

/** The token lives for 24 hours. Source: TMS, loginV3, POST /api2/v3/auth/login. */
function tmsLogIn(credentials: ICredentialDataDecryptedObject): LogIn {
	const { userUid } = credentials;
	const { userName, password } = userNameAndPassword(credentials);
	return {
		url: `${productBaseUrl(credentials, 'tms')}/api2/v3/auth/login`,
		body: { userName, password, ...(userUid ? { userUid } : {}) },
		member: 'token',
		scheme: 'ApiToken',
		refusal: 'Phrase TMS did not accept the user name and password',
		advice:
			"Check them and the region. A user of several organizations needs 'User UID'; where your organization allows only single sign-on, use a Platform API token.",
		secret: password,
	};
}

/** A way in that Phrase keeps as a fallback only. Source: POST /v1/auth/login of Language AI. */
function languageAiLogIn(credentials: ICredentialDataDecryptedObject): LogIn {
	const { organizationUid } = credentials;
	const { userName, password } = userNameAndPassword(credentials);
	return {
		url: `${productBaseUrl(credentials, 'languageAi')}/v1/auth/login`,
		body: { userName, password, ...(organizationUid ? { organization: { uid: organizationUid } } : {}) },
		member: 'token',
		scheme: 'Bearer',
		refusal: 'Phrase Language AI did not accept the user name and password',
		advice: "Check them, 'Organization UID' and the region, or use a Platform API token.",
		secret: password,
	};
}

function userNameAndPassword(credentials: ICredentialDataDecryptedObject) {
	return {
		userName: required(credentials, 'userName', 'User Name'),
		password: required(credentials, 'password', 'Password'),
	};
}

/** @throws PhraseError when a field is empty */
export function required(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	displayName: string,
): string {
	const value = credentials[name];
	if (typeof value === 'string' && value.trim() !== '') return value;
	throw new PhraseError({
		kind: 'parameter',
		message: `'${displayName}' of the credential is empty`,
		description: 'Fill it in, or choose another way in.',
	});
}
