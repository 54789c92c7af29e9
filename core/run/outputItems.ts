import type { INodeExecutionData } from 'n8n-workflow';
import type { FailedPart, Outcome, OutputItem } from '../operation/operation';
import { StillPending } from '../operation/stillPending';
import { toErrorItem } from './nodeError';

/**
 * The items that come out of the node for an input item, paired with it.
 * @param outcome what came of the item; nothing comes out as long as its work goes on
 * @param itemIndex the input item
 */
export function toItems(outcome: Outcome, itemIndex: number): INodeExecutionData[] {
	if (outcome instanceof StillPending) return [];
	const parts: Array<OutputItem | FailedPart> =
		outcome instanceof Error ? [{ error: outcome, about: {} }] : outcome;
	return parts.map((part) => ({
		...(isFailedPart(part) ? { json: toErrorItem(part.error, part.about) } : part),
		pairedItem: { item: itemIndex },
	}));
}

/** The first thing that went wrong with an item; undefined when nothing did. */
export function errorIn(outcome: Outcome): Error | undefined {
	if (outcome instanceof Error) return outcome;
	return outcome instanceof StillPending ? undefined : outcome.find(isFailedPart)?.error;
}

function isFailedPart(part: OutputItem | FailedPart): part is FailedPart {
	return 'error' in part;
}
