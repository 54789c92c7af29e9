import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { notFound } from '../errors';
import { uidOf } from '../seededRandom';
import type { WebhookCall } from '../model/webhook';

const HISTORY_MS = 14 * 86_400_000;
const MAX_CALLS_KEPT = 50_000;

/** The history of what was sent to webhooks: 14 days of it, as in Phrase, and 50,000 calls at most. */
export class WebhookCalls {
	private readonly calls = new Map<string, WebhookCall>();

	constructor(private readonly clock: Clock) {}

	/** Oldest first. */
	list(): WebhookCall[] {
		this.forgetOld();
		return [...this.calls.values()];
	}

	/** @throws ApiError 404 */
	get(uid: string): WebhookCall {
		this.forgetOld();
		const call = this.calls.get(uid);
		if (!call) throw notFound('Webhook call', uid);
		return call;
	}

	/** Notes a call that begins. */
	add(
		call: Omit<WebhookCall, 'uid' | 'createdAt' | 'lastForcedAt' | 'statusCode' | 'errorMessage'>,
	): WebhookCall {
		const added: WebhookCall = {
			...call,
			uid: uidOf(`webhookCall:${randomUUID()}`),
			createdAt: this.clock.now(),
			lastForcedAt: null,
			statusCode: null,
			errorMessage: null,
		};
		this.calls.set(added.uid, added);
		this.forgetOld();
		return added;
	}

	private forgetOld(): void {
		const horizon = this.clock.now().getTime() - HISTORY_MS;
		for (const [uid, { createdAt }] of this.calls) {
			if (this.calls.size <= MAX_CALLS_KEPT && createdAt.getTime() >= horizon) return;
			this.calls.delete(uid);
		}
	}
}
