import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Compares what a caller gave with what it has to be, in constant time: whatever was given, a missing value
 * included. Texts, not decoded bytes: several base64url texts decode to the same bytes.
 * Hashed first, because `timingSafeEqual` needs equal lengths.
 *
 * @param given anything; only a text can be the same
 */
export function sameText(given: unknown, expected: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	const isText = typeof given === 'string';
	return timingSafeEqual(digest(isText ? given : ''), digest(expected)) && isText;
}
