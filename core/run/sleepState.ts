import type { IExecuteData, INodeExecutionData } from 'n8n-workflow';
import { toPhraseError, type PhraseErrorDetails } from '../http/errors';

/** An input item of a node in which the execution sleeps. */
export interface SleepingItem {
	/** The item as it came in. */
	input: INodeExecutionData;
	/** What prevented it before the execution went to sleep, so that it is not tried again. */
	error?: PhraseErrorDetails;
	/** What a callback said of its work that failed, where only callbacks tell. */
	failure?: string;
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
type Metadata = NonNullable<IExecuteData['metadata']> & { phraseSleep?: Sleep };

function metadataOf({ metadata }: IExecuteData): Metadata | undefined {
	return metadata;
}

/** The sleep that an execution is in, or that it has been woken from. */
export function sleepIn(executeData: IExecuteData): Sleep | undefined {
	return metadataOf(executeData)?.phraseSleep;
}

/** Has n8n store a sleep. */
export function storeSleep(executeData: IExecuteData, sleep: Sleep): void {
	const metadata: Metadata = { ...executeData.metadata, phraseSleep: sleep };
	executeData.metadata = metadata;
}

/** Has n8n forget a sleep that is over, so that it is not part of what the execution leaves behind. */
export function forgetSleep(executeData: IExecuteData): void {
	delete metadataOf(executeData)?.phraseSleep;
}

/** What can be stored of an error. */
export function storable(error: Error): PhraseErrorDetails {
	return toPhraseError(error).details;
}
