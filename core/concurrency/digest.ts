import { createHash } from 'node:crypto';

/**
 * A short name for a key of any length.
 * @param bytes how many of the SHA-256 to keep; three of them become four characters
 */
export function digestOf(key: string, bytes: number): string {
	return createHash('sha256').update(key).digest().subarray(0, bytes).toString('base64url');
}
