import { deliveredBy, type WebhookCall } from '../../../../../core/phrase/webhooks/webhookCall';

/**
 * The calls of a webhook that failed and whose event has not been delivered since, newest first.
 *
 * @param calls in any order
 * @param since how old failures may be, seconds since 1970
 */
export function undelivered(calls: WebhookCall[], since: number): WebhookCall[] {
	const delivered = new Map<string, number>();
	for (const call of calls.filter(({ succeeded }) => succeeded)) {
		for (const key of deliveredBy(call)) {
			delivered.set(key, Math.max(delivered.get(key) ?? -Infinity, call.madeAt));
		}
	}
	return calls
		.filter(({ failed, madeAt }) => failed && madeAt >= since)
		.filter((call) => deliveredBy(call).every((key) => (delivered.get(key) ?? -Infinity) < call.madeAt))
		.sort(newestFirst);
}

/** Whether the newest of the calls that have ended has reached its receiver. */
export function lastSucceeded(calls: WebhookCall[]): boolean {
	const [newest] = calls.filter(({ succeeded, failed }) => succeeded || failed).sort(newestFirst);
	return newest?.succeeded === true;
}

/** Infinity minus itself is no number to sort by. */
function newestFirst(one: WebhookCall, other: WebhookCall): number {
	return one.madeAt === other.madeAt ? 0 : other.madeAt - one.madeAt;
}
