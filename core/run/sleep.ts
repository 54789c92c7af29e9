import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation, Outcome } from '../operation/operation';
import { StillPending } from '../operation/stillPending';
import { toErrorItem } from './nodeError';
import type { ToItems } from './outputItems';
import { intoOutputs } from './outputs';
import { resumeUrlOf } from './resumeUrl';
import type { SleepMark } from './sleepMark';
import { resumeUrlUntil } from './sleepingTooltip';
import { sleepIn, sleepingItem, storeSleep, type Sleep } from './sleepState';

/**
 * Puts the execution to sleep until Phrase has called back about all that is pending, or the time is over.
 *
 * When the time is over, n8n does not run the node again. So it stores the items that it is to put out then.
 * What has ended comes as it is, what failed as an error, and what goes on with its input and a mark. Beside
 * them it stores the `Sleep`. When a callback wakes the execution, `resumeOperation` reads both, and the node
 * runs again with its input.
 *
 * @param operation what the node does
 * @param outcomes what came of each item, at least one of them pending
 * @param options.toItems how what has ended comes out
 * @param options.begun when the run began, ms since 1970
 * @returns the items for the time being, which n8n shows while it waits
 */
export async function sleep(
	context: IExecuteFunctions,
	operation: Operation,
	outcomes: readonly Outcome[],
	{ toItems, begun }: { toItems: ToItems; begun: number },
): Promise<INodeExecutionData[][]> {
	const executeData = context.getExecuteData();
	const limitMs = Math.max(...outcomes.map((one) => (one instanceof StillPending ? one.limitMs : 0)));
	const now: Sleep = {
		since: new Date(begun).toISOString(),
		until: new Date(begun + limitMs).toISOString(),
		callbacks: 0,
		...sleepIn(executeData),
		items: context.getInputData().map((input, index) => sleepingItem(input, outcomes[index])),
	};
	const items = outcomes.flatMap((outcome, index) =>
		outcome instanceof StillPending
			? unfinished(context.getInputData()[index], index, outcome, now)
			: toItems(outcome, index),
	);
	const until = new Date(now.until);
	if (until.getTime() > Date.now()) {
		context.setMetadata({ resumeUrl: resumeUrlUntil(resumeUrlOf(context), now.until) });
		storeSleep(executeData, now);
		// n8n takes items out of the array that a node returns: what it stores has to be another one.
		executeData.data.main = intoOutputs(
			context,
			operation,
			items.map((item) => ({ ...item })),
		);
		await context.putExecutionToWait(until);
	}
	return intoOutputs(context, operation, items);
}

/**
 * The items of an input item whose work goes on: all that came in with it, the ids of the work, and how long it may
 * sleep. Work that has failed is an error beside them.
 */
function unfinished(
	input: INodeExecutionData | undefined,
	index: number,
	{ parts }: StillPending,
	{ since, until, callbacks }: Sleep,
): INodeExecutionData[] {
	const wait: SleepMark = {
		mode: 'callback',
		ended: false,
		timedOut: true,
		since,
		until,
		callbacks,
		elapsedMs: Date.parse(until) - Date.parse(since),
	};
	return parts.map((part) => ({
		...(part instanceof Error
			? { json: toErrorItem(part) }
			: { ...input, ...part, json: { ...input?.json, ...part.json, wait } }),
		pairedItem: { item: index },
	}));
}
