import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IWebhookFunctions } from 'n8n-workflow';

/** How often the answer is looked for after the caller has hung up, in ms. */
const LOOK_EVERY_MS = 100;
/** How long it is looked for, in ms: an n8n that is that busy starts nothing any more. */
const LOOK_FOR_MS = 10 * 60_000;

/**
 * Tells whether n8n has started the workflow with what the node gave it. The answer of n8n is 200 when it
 * has, after it has saved the node's state, and 500 when it could not. (n8n 1.123 saves and answers 200
 * before it tries; there, a node cannot know.)
 *
 * A busy n8n answers after the caller has hung up, and starts the workflow all the same. Node.js tells nobody of an
 * answer that nobody gets, so it is looked for.
 */
export async function accepted(context: IWebhookFunctions): Promise<boolean> {
	const response = context.getResponseObject() as ServerResponse;
	await new Promise<void>((resolve) => {
		finished(response, () => resolve());
	});
	const end = performance.now() + LOOK_FOR_MS;
	while (!response.writableEnded && performance.now() < end) {
		await sleep(LOOK_EVERY_MS, undefined, { ref: false });
	}
	return response.writableEnded && response.statusCode === 200;
}
