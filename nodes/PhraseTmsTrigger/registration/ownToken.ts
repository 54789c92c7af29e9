import type { Webhook } from '../../../core/phrase/webhooks/webhook';
import { tokenDigest } from './secretToken';
import type { Known } from './known';

/**
 * Whether a webhook has a token that this node has made. Where Phrase does not tell the token, the webhook that is
 * known has the one that it was given last, unless database and process disagree about which one that is.
 */
export function hasOwnToken({ uid, secretToken }: Webhook, { stored, remembered }: Known): boolean {
	const digests = new Set([stored, remembered].flatMap((one) => one?.tokenDigest ?? []));
	if (secretToken === undefined) return uid === (stored ?? remembered)?.uid && digests.size === 1;
	return digests.has(tokenDigest(secretToken));
}

/**
 * The token itself. It stays the same for as long as somebody knows it. A call under way can put an older
 * state of the node back, which then still holds the right digest.
 *
 * @param webhook the node's own, when there is one
 * @returns undefined when nobody knows it: only its digest is stored
 */
export function ownToken(webhook: Webhook | undefined, known: Known): string | undefined {
	const told = webhook && hasOwnToken(webhook, known) ? webhook.secretToken : undefined;
	return told ?? known.remembered?.secretToken;
}
