import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { asRecord } from './read';

/** The properties of our credentials whose value is nobody's business. */
const SECRET_NAMES = [
	'platformApiToken',
	'password',
	'apiToken',
	'callbackSigningSecret',
	'clientSecret',
	'access_token',
	'refresh_token',
];

/** The secrets that a credential holds, tokens of OAuth2 included. */
export function secretsOf(credentials: ICredentialDataDecryptedObject): string[] {
	const all: Record<string, unknown> = { ...asRecord(credentials.oauthTokenData), ...credentials };
	return SECRET_NAMES.map((name) => all[name]).filter((value): value is string => typeof value === 'string');
}

/** Shorter texts are words of the language by accident. */
const SHORTEST_SECRET = 6;

/**
 * Takes secrets out of a text that somebody else wrote and that a user will see.
 * @param text the text, which may be JSON
 * @param secrets what must not be in it
 */
export function redact(text: string, secrets: readonly string[]): string {
	const forms = secrets.filter((secret) => secret.length >= SHORTEST_SECRET).flatMap(formsOf);
	// One secret may be a part of another, of which a rest would be left.
	const longestFirst = [...new Set(forms)].sort((one, other) => other.length - one.length);
	return longestFirst.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}

/** How a secret looks in a text, in JSON, in a URL and in a form. */
function formsOf(secret: string): string[] {
	const encoded = [
		// By way of bytes, because half a character cannot be encoded.
		encodeURIComponent(Buffer.from(secret).toString()),
		new URLSearchParams({ '': secret }).toString().slice(1),
	];
	const inSmallLetters = encoded.map((form) => form.replace(/%../g, (code) => code.toLowerCase()));
	return [secret, JSON.stringify(secret).slice(1, -1), ...encoded, ...inSmallLetters];
}
