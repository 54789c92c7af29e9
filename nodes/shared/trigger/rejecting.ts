import { NodeOperationError, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

import { CallbackRejected } from '../../../core/callbacks/callbackRejected';
import { rejectCallback } from '../../../core/callbacks/rejectCallback';

/**
 * Receives a call, and answers one that must not be taken with its status.
 *
 * @throws NodeOperationError for everything else that is thrown; n8n shows it as a failed execution and answers 500
 */
export async function rejecting(
	context: IWebhookFunctions,
	receive: () => Promise<IWebhookResponseData>,
): Promise<IWebhookResponseData> {
	try {
		return await receive();
	} catch (error) {
		if (error instanceof CallbackRejected) return rejectCallback(context, error);
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}
