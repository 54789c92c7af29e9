import type { IExecuteFunctions } from 'n8n-workflow';
import type { Credential } from '../http/credential';
import { toPhraseError } from '../http/errors';
import type { Operation, Outcome } from '../operation/operation';
import { ItemCredentials, PerCredential } from './itemCredentials';
import { toNodeError } from './nodeError';
import { requestTools, toRequest, type RunTools } from './requestTools';
import type { ActionNode } from './actionNode';
import { parameterReader } from './parameters';
import { sleepIn, storedOutcome } from './sleepState';
import { readValues } from './values';

/** One input item with what was read from it. */
export interface Entry {
	itemIndex: number;
	/** Who the item acts as. */
	credential: Credential;
	values: Record<string, unknown>;
	tools: RunTools;
}

/**
 * Reads and checks every item, so that nothing is sent when one of them cannot be used.
 *
 * @returns the items to work on; for each of the others, by its index, what prevented it
 * @throws NodeOperationError or NodeApiError for an item that cannot be used, unless the node is set to continue
 */
export async function readEntries(
	context: IExecuteFunctions,
	node: ActionNode,
	operation: Operation,
): Promise<{ entries: Entry[]; outcomes: Outcome[] }> {
	const outcomes: Outcome[] = [];
	const entries: Entry[] = [];
	const slept = sleepIn(context.getExecuteData());
	const credentials = new ItemCredentials(context, node.credentialType);
	const toolsOf = new PerCredential(
		async (credential) => await requestTools(context, node.product, credential, operation),
	);
	const read = parameterReader(context);
	for (const itemIndex of context.getInputData().keys()) {
		const sleeping = slept?.items[itemIndex];
		const before = sleeping && storedOutcome(sleeping);
		if (before !== undefined) {
			outcomes[itemIndex] = before;
			continue;
		}
		try {
			const values = await readValues(operation, { context, read }, itemIndex);
			const credential = await credentials.of(itemIndex);
			const tools = await toolsOf.of(credential);
			if (operation.request !== undefined) toRequest(operation, values, tools);
			entries.push({ itemIndex, values, credential, tools });
		} catch (error) {
			const exists = sleeping?.works?.flatMap((one) => ('work' in one ? [one.work.about] : []));
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, { itemIndex, exists });
			outcomes[itemIndex] = toPhraseError(error).with({ about: exists?.[0] });
		}
	}
	return { entries, outcomes };
}
