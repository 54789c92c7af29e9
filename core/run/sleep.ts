import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asRecord } from '../http/read';
import { toErrorItem } from './nodeError';
import { markIn, type Mark } from '../operation/mark';
import { resumeUrlOf } from './resumeUrl';
import { StillPending } from '../operation/stillPending';
import type { Outcome } from '../operation/operation';

/**
 * Names one sleep of one execution.
 * @param items its sleeping items
 */
export function sleepIn(executionId: string, items: INodeExecutionData[]): string {
	const mark = items.map(({ json }) => markIn(json)).find((one) => one !== undefined);
	return `${executionId} ${mark?.since} ${mark?.callbacks}`;
}

/** The marks of this run's items, when the run has slept and is awake again: none otherwise. */
export function marksOf(context: IExecuteFunctions): Array<Mark | undefined> {
	// n8n stores the metadata together with the items that wait for their node to go on.
	if (context.getExecuteData().metadata?.resumeUrl === undefined) return [];
	return context.getInputData().map(({ json }) => markIn(json));
}

/**
 * Puts the execution to sleep until Phrase has called back about all that is pending, or the time is over.
 *
 * The items that n8n stores are the node's input, marked. When n8n wakes the execution because the time is over, it
 * does not run the node again but puts its stored input out: the marks then tell the next node. When a callback
 * wakes it, `resumeOperation` reads the marks, and the node runs again with them as its input.
 *
 * @param outcomes what came of each item, at least one of them pending
 * @param begun when the run began, ms since 1970
 * @returns the marked items, which n8n shows while it waits
 */
export async function sleep(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	begun: number,
): Promise<INodeExecutionData[][]> {
	const marks = marksOf(context);
	const earlier = marks.find((mark) => mark !== undefined);
	const limitMs = Math.max(...outcomes.map((one) => (one instanceof StillPending ? one.limitMs : 0)));
	const since = earlier === undefined ? begun : Date.parse(earlier.since);
	const until = earlier === undefined ? begun + limitMs : Date.parse(earlier.until);
	const mark = {
		mode: 'callback',
		since: new Date(since).toISOString(),
		until: new Date(until).toISOString(),
		callbacks: earlier?.callbacks ?? 0,
	} as const;

	const items = context.getInputData().map((item, index) => {
		const outcome = outcomes[index];
		const pending = outcome instanceof StillPending;
		const failure = marks[index]?.failure;
		const elapsedMs = (pending ? until : Date.now()) - since;
		return {
			...item,
			json: {
				...item.json,
				...(pending ? outcome.work : outcomeOf(outcome)),
				wait: { ...mark, ended: !pending, timedOut: pending, elapsedMs, failure } satisfies Mark,
			},
			pairedItem: { item: index },
		};
	});
	if (until > Date.now()) {
		context.getExecuteData().data.main = [items];
		context.setMetadata({ resumeUrl: resumeUrlOf(context) });
		await context.putExecutionToWait(new Date(until));
	}
	return [items];
}

/** What the item of an ended work holds beside its input, should the time be over before the others have ended. */
function outcomeOf(outcome: Outcome | undefined): IDataObject {
	if (outcome instanceof Error) return toErrorItem(outcome);
	return Array.isArray(outcome) ? asRecord(outcome.find((part) => 'json' in part)?.json) : {};
}
