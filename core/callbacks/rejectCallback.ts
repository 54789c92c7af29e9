import type { ServerResponse } from 'node:http';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { CallbackRejected } from './callbackRejected';

/** Answers a call that is not taken, and leaves one line in the log. */
export function rejectCallback(
	context: IWebhookFunctions,
	{ status, message, cause }: CallbackRejected,
): IWebhookResponseData {
	const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
	context.logger.warn(`${context.getNode().name} rejected a callback: ${reason}`);
	const response = context.getResponseObject() as ServerResponse;
	response
		.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
		.end(JSON.stringify({ message }));
	return { noWebhookResponse: true };
}
