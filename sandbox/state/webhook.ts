import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { SandboxConfig } from '../config';
import { badRequest, notFound } from '../errors';
import { uidOf } from '../seededRandom';
import { WEBHOOK_EVENTS } from '../model/eventBody';
import { MANAGER } from '../model/user';
import type { Webhook, WebhookRequest } from '../model/webhook';

const FIRST_ID = 7_100;

/** The webhooks that are registered. They are account-wide: Phrase filters by nothing but the event. */
export class Webhooks {
	private readonly webhooks = new Map<string, Webhook>();

	private created = 0;

	constructor(
		private readonly clock: Clock,
		private readonly config: () => SandboxConfig,
	) {}

	/** Oldest first. */
	list(): Webhook[] {
		return [...this.webhooks.values()];
	}

	find(uid: string): Webhook | undefined {
		return this.webhooks.get(uid);
	}

	/** @throws ApiError 404 */
	get(uid: string): Webhook {
		const webhook = this.webhooks.get(uid);
		if (!webhook) throw notFound('Webhook', uid);
		return webhook;
	}

	/** Those that get this event. */
	listeningTo(event: string): Webhook[] {
		return this.list().filter(({ status, events }) => status === 'ENABLED' && events.includes(event));
	}

	/** @throws ApiError 400 for an event that Phrase does not have, for none, and for a URL that is none */
	create(request: WebhookRequest): Webhook {
		this.check(request);
		const now = this.clock.now();
		const webhook: Webhook = {
			status: 'ENABLED',
			hidden: false,
			...request,
			id: String(FIRST_ID + this.created),
			// Another one after every reset, so that nobody takes a new webhook for one that is gone.
			uid: uidOf(`webhook:${randomUUID()}`),
			failedAttempts: 0,
			created: now,
			createdBy: MANAGER,
			lastModified: now,
			lastModifiedBy: MANAGER,
		};
		this.created += 1;
		this.webhooks.set(webhook.uid, webhook);
		return webhook;
	}

	/**
	 * Replaces what a client says about a webhook. Enabling it begins its count of failures anew.
	 *
	 * @throws ApiError 404, or 400 as `create` does
	 */
	update(uid: string, request: WebhookRequest): Webhook {
		const webhook = this.get(uid);
		this.check(request);
		const status = request.status ?? 'ENABLED';
		Object.assign(webhook, {
			url: request.url,
			events: request.events,
			name: request.name,
			secretToken: request.secretToken,
			secretTokenType: request.secretTokenType,
			status,
			hidden: request.hidden ?? false,
			failedAttempts: status === 'ENABLED' ? 0 : webhook.failedAttempts,
			lastModified: this.clock.now(),
		});
		return webhook;
	}

	/** @throws ApiError 404 */
	delete(uid: string): void {
		if (!this.webhooks.delete(uid)) throw notFound('Webhook', uid);
	}

	/** @throws ApiError 404 */
	disable(uid: string): void {
		this.get(uid).status = 'DISABLED';
	}

	/**
	 * Counts a failed attempt; too many of them disable the webhook (Phrase help center, "Webhooks": after
	 * 3000). Whether a delivery that succeeds begins the count anew is not documented; here it does not.
	 */
	countFailure(webhook: Webhook): void {
		webhook.failedAttempts += 1;
		if (webhook.failedAttempts >= this.config().webhooks.deactivateAfter) webhook.status = 'DISABLED';
	}

	private check({ url, events }: WebhookRequest): void {
		if (!URL.canParse(url)) throw badRequest('InvalidParameters', 'Invalid parameters: url is no URL');
		if (events.length === 0) throw badRequest('InvalidParameters', 'Invalid parameters: events is empty');
		this.checkEvents(events);
	}

	/** @throws ApiError 400 for an event that Phrase does not have */
	checkEvents(events: string[]): void {
		const known = [...WEBHOOK_EVENTS, ...this.config().webhooks.extraEvents];
		const strangers = events.filter((event) => !known.includes(event));
		if (strangers.length > 0) {
			throw badRequest('InvalidParameters', `Invalid parameters: unknown events ${strangers.join(', ')}`);
		}
	}
}
