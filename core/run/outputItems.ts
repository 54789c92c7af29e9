import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation, Outcome } from '../operation/operation';
import type { OutputItem } from '../operation/part';
import { StillPending } from '../operation/stillPending';
import { isTool } from '../fields/isTool';
import { toErrorItem } from './nodeError';
import { withoutSleepMark } from './sleepMark';

/**
 * Makes the items that come out of a node for an input item, paired with it.
 * @param outcome what came of the item; nothing comes out as long as its work goes on
 * @param itemIndex the input item
 */
export type ToItems = (outcome: Outcome, itemIndex: number) => INodeExecutionData[];

/** How the items of an operation come out. An AI agent gets the operation's own members only: it reads all it gets. */
export function outputOf(context: IExecuteFunctions, { ends }: Operation): ToItems {
	const handedOn = ends.handsOn === true && !isTool(context.getNode()) ? context.getInputData() : [];
	return (outcome, itemIndex) => {
		if (outcome instanceof StillPending) return [];
		return [outcome].flat().map((part) => ({
			...(part instanceof Error ? { json: toErrorItem(part) } : withInput(part, handedOn[itemIndex])),
			pairedItem: { item: itemIndex },
		}));
	};
}

/** An item with all that came in beside its own members. Files are references to n8n's storage, not copies. */
function withInput(own: OutputItem, input: INodeExecutionData | undefined): OutputItem {
	if (input === undefined) return own;
	const json = { ...withoutSleepMark(input.json), ...own.json };
	return input.binary === undefined ? { ...own, json } : { json, binary: { ...input.binary, ...own.binary } };
}

/** The first thing that went wrong with an item; undefined when nothing did. */
export function errorIn(outcome: Outcome): Error | undefined {
	if (outcome instanceof StillPending) return undefined;
	return [outcome].flat().find((part) => part instanceof Error);
}
