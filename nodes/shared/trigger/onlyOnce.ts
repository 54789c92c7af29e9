import type { IDataObject } from 'n8n-workflow';

import type { TriggerCall } from './triggerCall';
import { takenCalls } from './nodeMemories';

/**
 * Starts the workflow once for what Phrase may deliver several times: a delivery that has been taken starts nothing
 * again. One that comes while another one is taken waits for what becomes of that, and takes its turn when n8n could
 * not start the workflow.
 *
 * Two processes share what they know by the state in n8n's database, which the last one to write overwrites.
 * A delivery to one may start the workflow again when the other one has taken the same a moment before.
 *
 * @param key names what is delivered; undefined when nothing does, which is taken every time
 * @param take gives JSON of the items to start the workflow with; none start nothing, which is not remembered
 * @returns JSON of the items to start the workflow with
 */
export async function onlyOnce(
	call: TriggerCall,
	key: string | undefined,
	take: () => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	if (key === undefined || call.isTest) return await take();
	const { node, state } = call;
	const { seen, underWay } = takenCalls.of(node);
	seen.merge(state.seen);
	let other = underWay.get(key);
	while (other !== undefined) {
		await other;
		other = underWay.get(key);
	}
	if (seen.has(key)) {
		// Another process may have overwritten what this one wrote.
		const known = seen.toText();
		if (known !== state.seen) state.seen = known;
		return [];
	}
	const taking = take();
	underWay.set(key, outcome(call, key, taking));
	const items = await taking;
	if (items.length > 0) state.seen = seen.toText([key]);
	return items;
}

/** Waits for what becomes of a call, and remembers it. Never rejects. */
async function outcome(
	{ node, accepted }: TriggerCall,
	key: string,
	taking: Promise<IDataObject[]>,
): Promise<void> {
	const { seen, underWay } = takenCalls.of(node);
	const startsWorkflow = await taking.then(
		(items) => items.length > 0,
		() => false,
	);
	if (startsWorkflow && (await accepted())) seen.add(key);
	underWay.delete(key);
}
