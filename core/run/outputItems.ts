import type { INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from '../operation/operation';
import { StillPending } from '../operation/stillPending';
import { toErrorItem } from './nodeError';

/**
 * The items that come out of the node for an input item, paired with it.
 * @param outcome what came of the item; nothing comes out as long as its work goes on
 * @param itemIndex the input item
 */
export function toItems(outcome: Outcome, itemIndex: number): INodeExecutionData[] {
	if (outcome instanceof StillPending) return [];
	return [outcome].flat().map((part) => ({
		...(part instanceof Error ? { json: toErrorItem(part) } : part),
		pairedItem: { item: itemIndex },
	}));
}

/** The first thing that went wrong with an item; undefined when nothing did. */
export function errorIn(outcome: Outcome): Error | undefined {
	if (outcome instanceof StillPending) return undefined;
	return [outcome].flat().find((part) => part instanceof Error);
}
