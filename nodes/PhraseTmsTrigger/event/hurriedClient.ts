import { createPhraseClient } from '../../../core/http/client';
import type { PhraseClient } from '../../../core/http/client.types';
import type { Credential } from '../../../core/http/credential';
import { Deadline } from '../../shared/trigger/answerDeadline';

/**
 * How long Phrase may take, in ms. Phrase does not say how long it waits for the answer to its call, and delivers again
 * what is not answered. What is found out after it has hung up still starts the workflow.
 */
const ANSWER_WITHIN_MS = 60_000;

/**
 * The client for what has to be asked of Phrase while Phrase waits for the answer to its call.
 *
 * @param withinMs how long all requests together may take, in ms, their repetitions included
 */
export function hurriedClient(credential: Credential, withinMs = ANSWER_WITHIN_MS): PhraseClient {
	return createPhraseClient(credential, { product: 'tms', signal: new Deadline(withinMs).signal });
}
