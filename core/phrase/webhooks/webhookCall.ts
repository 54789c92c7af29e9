import type { IDataObject } from 'n8n-workflow';
import { asRecord, asText } from '../../http/read';
import { GET, POST, type PhraseRequest } from '../../http/request';
import { toSeconds } from '../toSeconds';

/** One attempt of Phrase to deliver an event. Source: schema WebhookCallDto. */
export interface WebhookCall {
	uid: string;
	/** The call that this one repeats. */
	parentUid?: string;
	eventUid?: string;
	webhookUid?: string;
	/** In seconds since 1970 by Phrase's clock. What cannot be read counts as later than everything. */
	madeAt: number;
	/** Whether it was answered with a 2xx status. */
	succeeded: boolean;
	/** Whether it was answered otherwise, or not at all. One that tells neither is taken to be under way. */
	failed: boolean;
	/** As Phrase told it. */
	received: IDataObject;
}

/** Calls that Phrase replays with one request, at most. */
const REPLAY_BATCH = 50;

/** Reads a call leniently. One without a UID cannot be told from others, and has an empty one. */
export function readCall(entry: IDataObject): WebhookCall {
	const { statusCode, errorMessage } = entry;
	const succeeded = Number(statusCode) >= 200 && Number(statusCode) < 300;
	const hasEnded = asText(statusCode) !== undefined || asText(errorMessage) !== undefined;
	return {
		uid: asText(entry.uid) ?? '',
		parentUid: asText(entry.parentUid),
		eventUid: asText(entry.eventUid),
		webhookUid: asText(asRecord(entry.webhookSettings).uid),
		madeAt: toSeconds(entry.createdAt) ?? Infinity,
		succeeded,
		failed: hasEnded && !succeeded,
		received: entry,
	};
}

/**
 * What a call delivers, by the names that other calls about the same share. Whether repetitions keep the `eventUid`,
 * or the `parentUid` of the first call, is not documented: either is enough.
 */
export function deliveredBy({ uid, parentUid, eventUid }: WebhookCall): string[] {
	return [parentUid ?? uid, eventUid].filter((key) => key !== undefined);
}

/**
 * Lists the calls that Phrase made; it keeps them for 14 days.
 * Source: getWebhookCallsList, GET /api2/v1/webhooksCalls.
 */
export function listCalls(filters: { webhookUid?: string; events?: readonly string[] }): PhraseRequest {
	return GET`/api2/v1/webhooksCalls`.query(filters);
}

/**
 * Lets Phrase make calls again, in their order; it answers before it has made them.
 * Source: replayWebhookCalls, POST /api2/v1/webhooksCalls/replay.
 */
export function replayCalls(uids: readonly string[]): PhraseRequest {
	const webhookCalls = uids.map((uid) => ({ uid }));
	return POST`/api2/v1/webhooksCalls/replay`.repeatable('refused').json({ webhookCalls });
}

/** The requests that it takes to let Phrase make many calls again. */
export function replayInBatches(uids: readonly string[]): PhraseRequest[] {
	const batches = Math.ceil(uids.length / REPLAY_BATCH);
	return Array.from({ length: batches }, (_, index) =>
		replayCalls(uids.slice(index * REPLAY_BATCH, (index + 1) * REPLAY_BATCH)),
	);
}

/**
 * Lets Phrase make the latest calls of the account again, whichever webhooks they belong to.
 * Source: replayLast, POST /api2/v1/webhooksCalls/replay/latest.
 */
export function replayLatestCalls(numberOfCalls: number | undefined): PhraseRequest {
	return POST`/api2/v1/webhooksCalls/replay/latest`.repeatable('refused').query({ numberOfCalls });
}
