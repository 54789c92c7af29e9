import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { accepted } from './accepted';
import { takenCalls } from './memory';
import { nodeState } from './state';

/**
 * Starts the workflow once for what Phrase may deliver several times: a delivery that has been taken is answered with
 * 200 and starts nothing. One that comes while another one is taken waits for what becomes of that, and takes its
 * turn when n8n could not start the workflow.
 *
 * Two processes share what they know by the state in n8n's database, which the last one to write overwrites: a
 * delivery to one may start the workflow again when the other one has taken the same a moment before.
 *
 * @param key names what is delivered; undefined when nothing does, which is taken every time
 * @param take gives what to start the workflow with, or no `workflowData`, which is not remembered
 */
export async function onlyOnce(
	context: IWebhookFunctions,
	key: string | undefined,
	take: () => Promise<IWebhookResponseData>,
): Promise<IWebhookResponseData> {
	if (key === undefined || context.getMode() === 'manual') return await take();
	const state = nodeState(context);
	const memory = takenCalls.of(context);
	memory.seen.merge(state.seen);
	let other = memory.underWay.get(key);
	while (other !== undefined) {
		await other;
		other = memory.underWay.get(key);
	}
	if (memory.seen.has(key)) {
		// Another process may have overwritten what this one wrote.
		const known = memory.seen.toText();
		if (known !== state.seen) state.seen = known;
		return {};
	}
	const taking = take();
	memory.underWay.set(key, outcome(context, taking, key, memory));
	const result = await taking;
	if (result.workflowData !== undefined) state.seen = memory.seen.toText([key]);
	return result;
}

/** Waits for what becomes of a call, and remembers it. Never rejects. */
async function outcome(
	context: IWebhookFunctions,
	taking: Promise<IWebhookResponseData>,
	key: string,
	{ seen, underWay }: ReturnType<typeof takenCalls.of>,
): Promise<void> {
	const started = await taking.then(
		({ workflowData }) => workflowData !== undefined,
		() => false,
	);
	if (started && (await accepted(context))) seen.add(key);
	underWay.delete(key);
}
