import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../../../core/http/read';

/**
 * The calls of a webhook that failed and whose event has not been delivered since, newest first.
 *
 * A call failed when it got an answer without a 2xx status, or none but an error message; one that tells neither is
 * taken to be under way. Calls are about the same event when they share the `eventUid`, or when one is the `parentUid`
 * of the others: whether repetitions keep either is not documented.
 * Source: schema WebhookCallDto of getWebhookCallsList.
 *
 * @param calls in any order
 * @param since how old failures may be, ms since 1970
 */
export function undelivered(calls: IDataObject[], since: number): IDataObject[] {
	const delivered = new Map<string, number>();
	for (const call of calls.filter(succeeded)) {
		for (const key of keysOf(call)) {
			delivered.set(key, Math.max(delivered.get(key) ?? -Infinity, timeOf(call)));
		}
	}
	return calls
		.filter((call) => failed(call) && timeOf(call) >= since)
		.filter((call) => keysOf(call).every((key) => (delivered.get(key) ?? -Infinity) < timeOf(call)))
		.sort((one, other) => timeOf(other) - timeOf(one));
}

/**
 * When a call was made.
 * @returns ms since 1970; what cannot be read counts as later than everything, so that no failure gets lost by it
 */
export function timeOf({ createdAt }: IDataObject): number {
	const time = typeof createdAt === 'number' ? createdAt : Date.parse(asText(createdAt) ?? '');
	return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

/** Whether the newest of the calls that have ended has reached its receiver. */
export function lastSucceeded(calls: IDataObject[]): boolean {
	const ended = calls.filter((call) => succeeded(call) || failed(call));
	const [newest] = ended.sort((one, other) => timeOf(other) - timeOf(one));
	return newest !== undefined && succeeded(newest);
}

function succeeded({ statusCode }: IDataObject): boolean {
	return Number(statusCode) >= 200 && Number(statusCode) < 300;
}

function failed(call: IDataObject): boolean {
	const answered = asText(call.statusCode) !== undefined;
	return !succeeded(call) && (answered || asText(call.errorMessage) !== undefined);
}

function keysOf({ uid, parentUid, eventUid }: IDataObject): string[] {
	return [asText(parentUid) ?? asText(uid), asText(eventUid)].filter((key) => key !== undefined);
}
