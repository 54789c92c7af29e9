import { createHmac, createSecretKey, randomBytes } from 'node:crypto';

/**
 * Only this process can tell what a fingerprint of its own was made from. As a key object: Node.js 24 would make one of
 * bytes each time, which takes longer than all the rest, and there is a fingerprint for each item.
 */
const key = createSecretKey(randomBytes(32));

/**
 * Names values by what they are, so that equal ones can be found without keeping them: they may hold secrets.
 * @param values whatever JSON can hold; the order of members counts
 */
export function fingerprint(...values: unknown[]): string {
	return createHmac('sha256', key).update(JSON.stringify(values)).digest('base64url');
}
