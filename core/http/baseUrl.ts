import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Product } from './client.types';
import { PhraseError } from './errors';
import { isPrivateHost } from './privateHost';

/** What a credential can name a base URL for: the two products, and the Phrase Platform that issues their tokens. */
type Host = Product | 'platform';

/** Phrase's data centres, as the TMS, Language AI and Platform references name them. */
export const REGIONS = {
	eu: {
		tms: 'https://cloud.memsource.com/web',
		platform: 'https://eu.phrase.com/idm',
		languageAi: 'https://eu.phrase.com/smt/api',
	},
	us: {
		tms: 'https://us.cloud.memsource.com/web',
		platform: 'https://us.phrase.com/idm',
		languageAi: 'https://us.phrase.com/smt/api',
	},
} as const satisfies Record<string, Record<Host, string>>;

/** The credential property that holds a custom base URL, and its display name. */
const CUSTOM: Record<Host, { property: string; displayName: string }> = {
	tms: { property: 'tmsUrl', displayName: 'TMS URL' },
	platform: { property: 'platformUrl', displayName: 'Platform URL' },
	languageAi: { property: 'languageAiUrl', displayName: 'Language AI URL' },
};

/**
 * The base URL of a product for a credential, without a trailing slash.
 * @throws PhraseError when the credential names a custom URL that may not be used; the message says why
 */
export function productBaseUrl(credentials: ICredentialDataDecryptedObject, product: Product): string {
	return baseUrl(credentials, product);
}

/**
 * The base URL of the Phrase Platform (IDM), which exchanges API tokens, without a trailing slash.
 * @throws PhraseError when the credential names a custom URL that may not be used; the message says why
 */
export function platformBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	return baseUrl(credentials, 'platform');
}

function baseUrl(credentials: ICredentialDataDecryptedObject, host: Host): string {
	const { region } = credentials;
	if (region === undefined || region === 'eu' || region === 'us') return REGIONS[region ?? 'eu'][host];
	if (region !== 'custom')
		throw unusable(`The region ${JSON.stringify(region)} of the credential is not known`);
	const { property, displayName } = CUSTOM[host];
	return customUrl(credentials[property], displayName);
}

/** Checks a base URL that a user typed: a secret will be sent there. */
function customUrl(value: unknown, displayName: string): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text === '') throw unusable(`'${displayName}' is empty, and is needed when 'Region' is 'Custom'`);
	const url = parse(text);
	if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
		throw unusable(`'${displayName}' is not a web address that starts with https://`);
	}
	if (url.username !== '' || url.password !== '') {
		throw unusable(`'${displayName}' must not hold a user name or password`);
	}
	if (/[?#]/.test(text)) throw unusable(`'${displayName}' must not hold a query (?) or a fragment (#)`);
	if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) {
		throw unusable(`'${displayName}' must start with https://, because its host is not on a private network`);
	}
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function unusable(message: string): PhraseError {
	return new PhraseError({
		kind: 'parameter',
		message,
		description: 'Open the credential and correct its region or URL.',
	});
}

function parse(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
