import type { IExecuteData, INodeExecutionData } from 'n8n-workflow';
import { PhraseError, toPhraseError, type PhraseErrorDetails } from '../http/errors';
import type { Outcome } from '../operation/operation';
import type { OutputItem } from '../operation/part';
import type { FailedWork, Slept } from '../operation/slept';
import { StillPending } from '../operation/stillPending';

/** What can be stored of a part that an item has come to. */
type StoredPart = OutputItem | FailedWork;

/** An input item of a node in which the execution sleeps. */
export interface SleepingItem {
	/** The item as it came in. */
	input: INodeExecutionData;
	/** What prevented it before the execution went to sleep, so that it is not tried again. */
	error?: PhraseErrorDetails;
	/** What came of it before the execution went to sleep, so that it is not done again. */
	parts?: StoredPart[];
	/** Its works, while one of them goes on. */
	works?: Slept['works'];
}

/** What the node has to know when it runs again. */
export interface Sleep {
	/** When the execution began to wait, ISO 8601. */
	since: string;
	/** When its time is over, ISO 8601. */
	until: string;
	/** How many callbacks have woken it so far. */
	callbacks: number;
	items: SleepingItem[];
}

/**
 * n8n stores a node's metadata together with the items that it puts out when the time is over. It hands both
 * to the webhook and to the node that runs again. It looks only at those members that it knows.
 */
type Metadata = NonNullable<IExecuteData['metadata']> & {
	phraseSleep?: Sleep;
	/** Has n8n put out the items of all outputs when the time is over, and not of the first one only. */
	forwardAllOutputs?: boolean;
};

function metadataOf({ metadata }: IExecuteData): Metadata | undefined {
	return metadata;
}

/** The sleep that an execution is in, or that it has been woken from. */
export function sleepIn(executeData: IExecuteData): Sleep | undefined {
	return metadataOf(executeData)?.phraseSleep;
}

/** Has n8n store a sleep. */
export function storeSleep(executeData: IExecuteData, sleep: Sleep): void {
	const metadata: Metadata = { ...executeData.metadata, phraseSleep: sleep, forwardAllOutputs: true };
	executeData.metadata = metadata;
}

/** Has n8n forget a sleep that is over, so that it is not part of what the execution leaves behind. */
export function forgetSleep(executeData: IExecuteData): void {
	delete metadataOf(executeData)?.phraseSleep;
}

/** An input item with what came of it, to be stored. */
export function sleepingItem(input: INodeExecutionData, outcome: Outcome | undefined): SleepingItem {
	if (outcome instanceof StillPending) return { input, works: outcome.works };
	if (outcome instanceof Error) return { input, error: storable(outcome) };
	return { input, parts: outcome?.map((part) => (part instanceof Error ? { error: storable(part) } : part)) };
}

/** What came of an item before the execution went to sleep; undefined while its work goes on. */
export function storedOutcome({ error, parts }: SleepingItem): Outcome | undefined {
	if (error !== undefined) return new PhraseError(error);
	return parts?.map((part) => ('error' in part ? new PhraseError(part.error) : part));
}

function storable(error: Error): PhraseErrorDetails {
	return toPhraseError(error).details;
}
