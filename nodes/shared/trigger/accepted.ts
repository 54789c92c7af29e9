import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import type { IWebhookFunctions } from 'n8n-workflow';

/**
 * Tells whether n8n has started the workflow with what the node gave it. n8n answers 200 when it has, after it has
 * saved the node's state, and 500 when it could not. (n8n 1.123 saves and answers 200 before it tries; there, a node
 * cannot know.)
 *
 * @returns false, too, when the caller hung up before the answer: the state in the database tells, when the same
 * call comes again
 */
export async function accepted(context: IWebhookFunctions): Promise<boolean> {
	const response = context.getResponseObject() as ServerResponse;
	return await new Promise((resolve) => {
		finished(response, (error) => resolve(!error && response.statusCode === 200));
	});
}
