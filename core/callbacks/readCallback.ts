import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { CallbackRejected } from './callbackRejected';
import { pathOf, readCallbackContext, type CallbackContext } from './callbackUrl';
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

/** Who takes calls. */
export interface Receiver {
	/** The credential's callback signing secret; undefined to take unsigned calls. */
	secret: string | undefined;
	/**
	 * The URL that n8n gives out for this receiver; undefined when it is not known. A proxy in front of n8n may make the
	 * path of a call differ from it: a URL made for either is good.
	 */
	url: string | undefined;
	/** Longest body taken, in bytes. */
	longestBody: number;
}

/**
 * Reads a call that one of our nodes received: first what is in the URL, then the body.
 * @throws CallbackRejected when the call must not be taken
 */
export async function readCallback(
	call: IWebhookFunctions,
	{ secret, url, longestBody }: Receiver,
): Promise<ReceivedCallback> {
	const query = call.getQueryData() as Record<string, unknown>;
	const request = call.getRequestObject() as WebhookRequest & { originalUrl: string };
	const paths = [request.originalUrl, url].filter((one) => one !== undefined).map(pathOf);
	const { context = {}, signed } = readCallbackContext(query, { secret, paths, now: new Date() });
	const body = await readCallbackBody(request, longestBody);
	const event = readCallbackEvent(body, context);
	if (signed && event.kind !== 'unknown' && event.kind !== context.kind) throw madeForSomethingElse();
	return { event, context, signed, body };
}

/** The answer to a call at a URL that was made for something else than what the call, or the receiver, is about. */
export function madeForSomethingElse(): CallbackRejected {
	return new CallbackRejected(403, 'The callback URL is for something else');
}
