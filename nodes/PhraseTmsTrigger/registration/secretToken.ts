import { createHash, randomBytes } from 'node:crypto';

/** A token for a webhook: Phrase sends it along in each call. 64 characters of hex. */
export function newSecretToken(): string {
	return randomBytes(32).toString('hex');
}

/** What a token is known by: its SHA-256, in hex. */
export function tokenDigest(secretToken: string): string {
	return createHash('sha256').update(secretToken).digest('hex');
}
