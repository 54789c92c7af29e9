import type { IWebhookFunctions } from 'n8n-workflow';

import { CallbackRejected } from '../../../core/callbacks/callbackRejected';
import { sameText } from '../../../core/callbacks/sameText';
import { triggerState } from '../state';
import { freshRegistration } from '../registration';
import { newSecretToken, tokenDigest } from '../registration/secretToken';

/**
 * The headers in which Phrase sends the token of a webhook; an older page of its help centre names the second one.
 * Source: "Webhooks (TMS)" of Phrase's help centre.
 */
const TOKEN_HEADERS = ['x-memsource-token', 'x-phrase-token'];

/** What a digest is compared with where there is nothing to compare it with, so that this takes as long. */
const NO_DIGEST = tokenDigest(newSecretToken());

/**
 * Lets a call pass that bears the token which Phrase was given for this node.
 * The mode says which registration it has to be, not the URL: n8n's webhook processes may see another one.
 *
 * @throws CallbackRejected with 401
 */
export function assertFromPhrase(context: IWebhookFunctions): void {
	const headers = context.getHeaderData();
	const given = TOKEN_HEADERS.map((name) => headers[name]).find((value) => value !== undefined);
	const digest = typeof given === 'string' ? tokenDigest(given) : undefined;
	// Compared with each of them, so that the time does not tell which one it is.
	const matches = knownDigests(context).map((known) => sameText(digest, known ?? NO_DIGEST));
	if (!matches.includes(true)) throw new CallbackRejected(401, 'The token is missing or not valid');
}

/**
 * The digests of the tokens that a call may bear: of the stored one, and of the one that was made last, which n8n may
 * not have saved yet, or have overwritten.
 */
function knownDigests(context: IWebhookFunctions): Array<string | undefined> {
	const mode = context.getMode() === 'manual' ? 'test' : 'production';
	return [triggerState(context).registrations?.[mode], freshRegistration(context)].map(
		(registration) => registration?.tokenDigest,
	);
}
