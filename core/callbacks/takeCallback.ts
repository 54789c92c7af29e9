import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { CallbackRejected } from './callbackRejected';
import { rejectCallback } from './rejectCallback';

/**
 * Takes a call from Phrase, whatever goes wrong. When a node's webhook throws, n8n ends an execution that sleeps in it,
 * for good, and starts a failed one of a trigger. So the answer to what nobody knows is 503: Phrase delivers the call
 * again.
 *
 * @param take takes the call; throws CallbackRejected for a call that must not be taken
 */
export async function takeCallback(
	context: IWebhookFunctions,
	take: () => Promise<IWebhookResponseData>,
): Promise<IWebhookResponseData> {
	try {
		return await take();
	} catch (error) {
		if (error instanceof CallbackRejected) return rejectCallback(context, error);
		const cause = error instanceof Error ? error : new Error(String(error));
		return rejectCallback(
			context,
			new CallbackRejected(503, 'Could not take the call at the moment', { cause }),
		);
	}
}
