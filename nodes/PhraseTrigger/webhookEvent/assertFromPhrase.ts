import { randomBytes } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

import { CallbackRejected } from '../../../core/async/callback/CallbackRejected';
import { sameText } from '../../../core/async/sameText';
import { triggerState } from '../state';
import { freshRegistration } from './registration';

/**
 * The headers in which Phrase sends the token of a webhook; an older page of its help centre names the second one.
 * Source: "Webhooks (TMS)" of Phrase's help centre.
 */
const TOKEN_HEADERS = ['x-memsource-token', 'x-phrase-token'];

/** What a token is compared with where there is nothing to compare it with, so that this takes as long. */
const NO_TOKEN = randomBytes(32).toString('hex');

/**
 * Lets a call pass that bears the token which Phrase was given for this node.
 * The mode says which registration it has to be, not the URL: n8n's webhook processes may see another one.
 *
 * @throws CallbackRejected with 401
 */
export function assertFromPhrase(context: IWebhookFunctions): void {
	const headers = context.getHeaderData();
	const given = TOKEN_HEADERS.map((name) => headers[name]).find((value) => value !== undefined);
	// Compared with each of them, so that the time does not tell which one it is.
	const matches = secretTokens(context).map(
		(token) => sameText(given, token ?? NO_TOKEN) && token !== undefined,
	);
	if (!matches.includes(true)) throw new CallbackRejected(401, 'The token is missing or not valid');
}

/**
 * The tokens that a call may bear: the stored one, and the one that was made last, which n8n may not have saved yet,
 * or have overwritten.
 */
function secretTokens(context: IWebhookFunctions): Array<string | undefined> {
	const mode = context.getMode() === 'manual' ? 'test' : 'production';
	return [triggerState(context).registrations?.[mode], freshRegistration(context)].map(
		(registration) => registration?.secretToken || undefined,
	);
}
