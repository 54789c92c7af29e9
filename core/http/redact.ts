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
	const forms = secrets
		.filter((secret) => secret.length >= SHORTEST_SECRET)
		.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
	return forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
