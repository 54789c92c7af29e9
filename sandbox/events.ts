import { randomUUID } from 'node:crypto';
import type { Clock } from './clock';
import type { SandboxConfig } from './config';
import { Courier, type Attempt, type Outcome } from './courier';
import { notFound } from './errors';
import type { RequestLog } from './requestLog';
import { seededRandom, uidOf } from './seededRandom';
import { eventData, eventMetadata, type EventSubject } from './model/eventBody';
import type { Webhook, WebhookCall } from './model/webhook';
import { WebhookCalls } from './state/webhookCall';
import { Webhooks } from './state/webhook';

/** A test comes this long after its request was answered, ms. */
const TEST_DELAY_MS = 10;

/** What can be said about an event besides its name and subject. */
export interface EventDetails {
	/** A new one when missing. */
	eventUid?: string;
	/** What its body holds, instead of what Phrase would put there. */
	data?: Record<string, unknown>;
}

/** An event on its way, with the JSON text that every receiver gets and the first call that carried it there. */
type SentEvent = Pick<WebhookCall, 'eventUid' | 'triggerEvent' | 'body' | 'parentUid'>;

/** Why an event is sent: it happened, Phrase sends it twice, or someone asks for a test or a replay. */
type Reason = 'happened' | 'twice' | 'test' | 'replay';

/**
 * Delivers events to webhooks: a POST with a JSON body and, where the webhook has a secret token, the header
 * `x-memsource-token`. Only an answer 200 counts; anything else is followed by retries, at most 10 over the
 * configured waits (Phrase help center, "Webhooks"). A disabled webhook gets no events, and they are lost.
 */
export class Events {
	readonly webhooks: Webhooks;

	readonly calls: WebhookCalls;

	private readonly courier: Courier;

	private readonly random = seededRandom('events');

	constructor(
		private readonly clock: Clock,
		private readonly config: () => SandboxConfig,
		private readonly log: RequestLog,
	) {
		this.webhooks = new Webhooks(clock, config);
		this.calls = new WebhookCalls(clock);
		this.courier = new Courier(
			clock,
			() => config().webhooks.concurrency,
			() => config().webhooks.timeoutMs,
		);
	}

	/**
	 * Tells every webhook that listens that something has happened.
	 *
	 * @returns the event's uid
	 */
	emit(event: string, subject: EventSubject, details: EventDetails = {}): string {
		const { eventUid = newEventUid() } = details;
		const listening = this.webhooks.listeningTo(event);
		if (listening.length === 0) return eventUid;
		const sent = this.compose(event, subject, { ...details, eventUid });
		for (const webhook of listening) this.send(webhook, sent, 'happened');
		return eventUid;
	}

	/** Sends a sample of an event to one webhook, whether it listens or not. */
	sendTest(webhook: Webhook, event: string, subject: EventSubject): void {
		this.send(webhook, this.sample(event, subject), 'test', TEST_DELAY_MS);
	}

	/** An event with a uid of its own that is sent to nobody. */
	sample(event: string, subject: EventSubject): SentEvent {
		return this.compose(event, subject, { eventUid: newEventUid() });
	}

	/**
	 * Sends calls of the history again, with the same body, each to its own webhook.
	 *
	 * @throws ApiError 404 when the webhook of one is gone
	 */
	replay(calls: WebhookCall[]): void {
		const deliveries = calls.map((call) => ({ call, webhook: this.webhooks.get(call.webhookUid) }));
		for (const { call, webhook } of deliveries) {
			call.lastForcedAt = this.clock.now();
			this.send(webhook, again(call), 'replay');
		}
	}

	/**
	 * Delivers events a second time, as Phrase may do on its own.
	 *
	 * @throws ApiError 404 for an event that was sent to nobody
	 */
	redeliver(eventUids: string[]): void {
		const wanted = new Set(eventUids);
		const firsts = this.calls
			.list()
			.filter(({ eventUid, parentUid }) => parentUid === null && wanted.has(eventUid));
		const found = new Set(firsts.map(({ eventUid }) => eventUid));
		for (const uid of wanted) if (!found.has(uid)) throw notFound('Event', uid);
		for (const first of firsts) {
			const webhook = this.webhooks.find(first.webhookUid);
			if (webhook) this.send(webhook, again(first), 'twice');
		}
	}

	/** Resolves when everything has been delivered or given up. */
	async idle(): Promise<void> {
		await this.courier.idle();
	}

	/** Breaks off what is being sent. */
	async close(): Promise<void> {
		await this.courier.close();
	}

	private compose(
		event: string,
		subject: EventSubject,
		details: EventDetails & { eventUid: string },
	): SentEvent {
		const { eventUid, data = eventData(event, subject) } = details;
		const timestamp = Math.floor(this.clock.now().getTime() / 1000);
		const body = { metadata: eventMetadata(subject), ...data, event, timestamp, eventUid };
		return { eventUid, triggerEvent: event, body: JSON.stringify(body), parentUid: null };
	}

	private send(webhook: Webhook, event: SentEvent, reason: Reason, delayMs = 0): void {
		const sent = { ...event };
		const begin = (number: number): Attempt | undefined => {
			if (!this.mayGet(webhook, reason)) return undefined;
			const call = this.calls.add({
				...sent,
				webhookUid: webhook.uid,
				url: webhook.url,
				forced: reason === 'replay',
				retryAttempt: number - 1,
			});
			sent.parentUid ??= call.uid;
			this.log.count('eventsSent');
			const end = (outcome: Outcome) => this.end(webhook, call, outcome, reason);
			return { url: webhook.url, headers: tokenHeader(webhook), end };
		};
		this.courier.send(
			{ body: event.body, scheduleMs: () => this.config().webhooks.scheduleMs, begin },
			delayMs,
		);
	}

	/** What someone asks for by hand goes to a disabled webhook too; to one that is deleted goes nothing. */
	private mayGet({ uid, status }: Webhook, reason: Reason): boolean {
		if (!this.webhooks.find(uid)) return false;
		return status === 'ENABLED' || reason === 'test' || reason === 'replay';
	}

	private end(webhook: Webhook, call: WebhookCall, { status, error }: Outcome, reason: Reason): void {
		call.statusCode = status ?? null;
		call.errorMessage = error ?? null;
		if (status !== 200) {
			this.log.count('eventsFailed');
			this.webhooks.countFailure(webhook);
			return;
		}
		this.log.count('eventsDelivered');
		const { duplicates, duplicateDelayMs } = this.config().webhooks;
		if (reason === 'happened' && duplicates > 0 && this.random() < duplicates)
			this.send(webhook, again(call), 'twice', duplicateDelayMs);
	}
}

/** The event of a call, to be sent once more. */
function again(call: WebhookCall): SentEvent {
	const { uid, eventUid, triggerEvent, body, parentUid } = call;
	return { eventUid, triggerEvent, body, parentUid: parentUid ?? uid };
}

/** Phrase help center, "Webhooks": the security token is sent as it is, it signs nothing. */
function tokenHeader({ secretToken, secretTokenType }: Webhook): Record<string, string> {
	if (secretToken === undefined || secretToken === '') return {};
	return { [secretTokenType === 'AUTHORIZATION' ? 'authorization' : 'x-memsource-token']: secretToken };
}

function newEventUid(): string {
	return uidOf(`event:${randomUUID()}`);
}
