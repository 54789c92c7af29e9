import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { CallbackRejected } from '../../../core/callbacks/callbackRejected';
import { rejectCallback } from '../../../core/callbacks/rejectCallback';
import { PhraseError } from '../../../core/http/errors';
import { toNodeError } from '../../../core/run/nodeError';

/**
 * Answers a call: with 200 when it was taken, with the status of a rejection when it must not be, and with 503 when
 * something has gone wrong that may be well the next time, so that Phrase delivers the call again.
 *
 * @param take gives JSON of the items to start the workflow with; none start nothing
 * @throws NodeOperationError when the node is not set up to take calls; n8n shows it as a failed execution and answers
 * 500
 */
export async function answering(
	context: IWebhookFunctions,
	take: () => Promise<IDataObject[]>,
): Promise<IWebhookResponseData> {
	try {
		const items = await take();
		return items.length === 0 ? {} : { workflowData: [items.map((json) => ({ json }))] };
	} catch (error) {
		if (error instanceof PhraseError && error.kind === 'parameter')
			throw toNodeError(context.getNode(), error);
		return rejectCallback(context, error instanceof CallbackRejected ? error : notNow(error));
	}
}

function notNow(cause: unknown): CallbackRejected {
	return new CallbackRejected(503, 'The call cannot be taken at the moment', { cause: cause as Error });
}
