import { productBaseUrl } from '../baseUrl';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Product } from '../client.types';
import { getUserAgent } from '../userAgent';
import type { Helper } from './askForToken';

/** Where a token is used. */
export interface Use {
	/** A call that does nothing but show whether a token is accepted. */
	url: string;
}

/** Source: whoAmI of TMS and getMetadataV1 of Language AI, where 404 means: token accepted. */
const PROBE: Record<Product, string> = {
	tms: '/api2/v1/auth/whoAmI',
	languageAi: '/v1/fileTranslations/00000000-0000-0000-0000-000000000000',
};

const TIMEOUT_MS = 60_000;

/**
 * Where the tokens of a credential are used.
 * @throws PhraseError when the credential names a URL that may not be used
 */
export function useOf(credentials: ICredentialDataDecryptedObject, product: Product): Use {
	return { url: `${productBaseUrl(credentials, product)}${PROBE[product]}` };
}

/** Whether Phrase accepts a token that it refused for one call; false as well when it cannot tell. */
export async function isAccepted(authorization: string, { url }: Use, helper: Helper): Promise<boolean> {
	const headers = { authorization, accept: 'application/json', 'user-agent': getUserAgent() };
	try {
		const { statusCode } = (await helper.httpRequest({
			method: 'GET',
			url,
			headers,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode?: unknown };
		return statusCode === 200 || statusCode === 404;
	} catch {
		return false;
	}
}
