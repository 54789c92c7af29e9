import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Product } from './client.types';
import { asRecord } from './read';

/** The value of the `Authorization` header that a credential stands for. */
export interface Authorization {
	header: string;
	/** Whether n8n can get a new token by itself when this one is refused. */
	renewable: boolean;
}

/**
 * Reads how to authorize a call from a credential's data, whatever its type.
 * Source: TMS `ApiToken` and `OAuth2` security schemes, Language AI `BearerAuth`.
 *
 * @param product the product whose credential it is
 * @returns undefined when the credential holds no token yet
 */
export function readAuthorization(
	credentials: ICredentialDataDecryptedObject,
	product: Product,
): Authorization | undefined {
	const { authType, apiToken, sessionToken } = credentials;
	if (authType === 'apiToken') return authorization('ApiToken', apiToken, false);
	const { access_token: accessToken } = asRecord(credentials.oauthTokenData);
	if (accessToken !== undefined) return authorization('Bearer', accessToken, true);
	// TMS's log-in with user name and password makes a token of its own kind, all else makes bearer tokens.
	const isApiToken = product === 'tms' && authType === 'password';
	return authorization(isApiToken ? 'ApiToken' : 'Bearer', sessionToken, true);
}

function authorization(scheme: string, token: unknown, renewable: boolean): Authorization | undefined {
	return typeof token === 'string' && token !== '' ? { header: `${scheme} ${token}`, renewable } : undefined;
}
