import type { IncomingHttpHeaders } from 'node:http';

import { CallbackRejected } from '../../../core/callbacks/callbackRejected';
import { sameText } from '../../../core/callbacks/sameText';
import type { TriggerCall } from '../../shared/trigger/triggerCall';
import { freshRegistration } from '../registration';
import { newSecretToken, tokenDigest } from '../registration/secretToken';
import type { TriggerState } from '../triggerState';

/**
 * The headers in which Phrase sends the token of a webhook. The node asks for the first one. An older page of
 * Phrase's help centre names the second one. A webhook that somebody has changed in Phrase may use the third
 * one.
 * Source: "Webhooks (TMS)" of Phrase's help centre; schema WebHookSecretTokenTypeEnum.
 */
const TOKEN_HEADERS = ['x-memsource-token', 'x-phrase-token', 'authorization'] as const;

/** What a digest is compared with where there is nothing to compare it with, so that this takes as long. */
const NO_DIGEST = tokenDigest(newSecretToken());

/**
 * Lets a call pass that bears the token which Phrase was given for this node.
 * The mode says which registration it has to be, not the URL: n8n's webhook processes may see another one.
 *
 * @throws CallbackRejected with 401
 */
export function assertFromPhrase(call: TriggerCall<TriggerState>): void {
	const given = tokenIn(call.headers);
	const digest = given === undefined ? undefined : tokenDigest(given);
	// Compared with each of them, so that the time does not tell which one it is.
	const matches = knownDigests(call).map((known) => sameText(digest, known ?? NO_DIGEST));
	if (!matches.includes(true)) throw new CallbackRejected(401, 'The token is missing or not valid');
}

function tokenIn(headers: IncomingHttpHeaders): string | undefined {
	const given = TOKEN_HEADERS.map((name) => headers[name]).find((value) => value !== undefined);
	return typeof given === 'string' ? given.replace(/^Bearer +/i, '') : undefined;
}

/**
 * The digests of the tokens that a call may bear: of the stored one, and of the one that was made last. That
 * one n8n may not have saved yet, or have overwritten. One of an account that the node has left is none of
 * them.
 */
function knownDigests({ node, isTest, state }: TriggerCall<TriggerState>): Array<string | undefined> {
	const mode = isTest ? 'test' : 'production';
	const known = [state.registrations?.[mode], freshRegistration(node, mode)];
	const [newest] = known
		.filter((registration) => registration !== undefined)
		.sort((one, other) => (other.tokenMadeAt ?? 0) - (one.tokenMadeAt ?? 0));
	return known.map((registration) =>
		registration?.account === newest?.account ? registration?.tokenDigest : undefined,
	);
}
