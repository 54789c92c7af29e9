import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { readCallbackContext, type CallbackContext } from './callbackUrl';
import type { CallbackEvent } from './callbackEvent';
import { readCallbackBody, type WebhookRequest } from './readCallbackBody';
import { readCallbackEvent } from './readCallbackEvent';

/** A call that may be taken, and what it says. */
export interface ReceivedCallback {
	event: CallbackEvent;
	/** What the URL says about the call it was made for. */
	context: CallbackContext;
	/** Whether the context is proven to be ours. */
	signed: boolean;
	/** The parsed body. */
	body: IDataObject;
}

/**
 * Reads a call that one of our nodes received: first what is in the URL, then the body.
 *
 * @param secret the credential's callback signing secret; undefined to take unsigned calls
 * @param limit longest body taken, in bytes
 * @throws CallbackRejected when the call must not be taken
 */
export async function readCallback(
	call: IWebhookFunctions,
	secret: string | undefined,
	limit: number,
): Promise<ReceivedCallback> {
	const query = call.getQueryData() as Record<string, unknown>;
	const { context = {}, signed } = readCallbackContext(query, secret, new Date());
	const body = await readCallbackBody(call.getRequestObject() as WebhookRequest, limit);
	return { event: readCallbackEvent(body, context), context, signed, body };
}
