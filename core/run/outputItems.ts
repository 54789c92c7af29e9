import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
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

/**
 * How the items of an operation come out. An AI agent reads all it gets, so it gets the operation's own members only,
 * and of these none that tells nothing.
 */
export function outputOf(context: IExecuteFunctions, { ends }: Operation): ToItems {
	const forAgent = isTool(context.getNode());
	const handedOn = ends.handsOn === true && !forAgent ? context.getInputData() : [];
	const toItem = (part: OutputItem, itemIndex: number): OutputItem =>
		forAgent ? { ...part, json: telling(part.json) } : withInput(part, handedOn[itemIndex]);
	return (outcome, itemIndex) => {
		if (outcome instanceof StillPending) return [];
		return [outcome].flat().map((part) => ({
			...(part instanceof Error ? { json: toErrorItem(part) } : toItem(part, itemIndex)),
			pairedItem: { item: itemIndex },
		}));
	};
}

/** What tells something: no member that is empty, and no `uid` that has a name of its own beside it, as `jobUid`. */
export function telling(json: IDataObject): IDataObject {
	const entries = Object.entries(json);
	const isNamed = entries.some(([name, value]) => name.endsWith('Uid') && value === json.uid);
	return Object.fromEntries(
		entries.filter(([name, value]) => !isEmpty(value) && !(name === 'uid' && isNamed)),
	);
}

function isEmpty(value: unknown): boolean {
	return (
		value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
	);
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
