import type { IWebhookFunctions } from 'n8n-workflow';

import { createPhraseClient } from '../../../core/http/client';
import type { PhraseClient } from '../../../core/http/client.types';
import { Credential } from '../../../core/http/credential';
import { PhraseError } from '../../../core/http/errors';
import { tmsCredentialType } from '../../shared/tms/credentialType';

/** Phrase does not say how long it waits for the answer to a call. It delivers again what is not answered. */
const ANSWER_WITHIN_MS = 20_000;

/**
 * The client for what has to be asked of Phrase while Phrase waits for the answer to its call.
 *
 * @param withinMs how long all requests together may take, in ms, their repetitions included
 */
export function hurriedClient(context: IWebhookFunctions, withinMs = ANSWER_WITHIN_MS): PhraseClient {
	const deadline = new AbortController();
	const late = new PhraseError({
		kind: 'unreachable',
		message: `Phrase did not answer within ${withinMs / 1000} s`,
	});
	setTimeout(() => deadline.abort(late), withinMs).unref();
	const type = tmsCredentialType(context.getNodeParameter('authentication'));
	return createPhraseClient(new Credential(context, type), { product: 'tms', signal: deadline.signal });
}
