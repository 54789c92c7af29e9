import type { User } from './user';

/** What a client says about a webhook (`CreateWebHookDto`). */
export interface WebhookRequest {
	url: string;
	events: string[];
	name?: string;
	secretToken?: string;
	/** The header that the token comes in. */
	secretTokenType?: 'AUTHORIZATION' | 'X_MEMSOURCE_TOKEN';
	status?: WebhookStatus;
	hidden?: boolean;
}

export type WebhookStatus = 'ENABLED' | 'DISABLED';

/** A webhook of the organization. */
export interface Webhook extends WebhookRequest {
	id: string;
	uid: string;
	status: WebhookStatus;
	hidden: boolean;
	/** Attempts to deliver that were not answered 200. */
	failedAttempts: number;
	created: Date;
	createdBy: User;
	lastModified: Date;
	lastModifiedBy: User;
}

/** One attempt to deliver an event to a webhook, as the history keeps it. */
export interface WebhookCall {
	uid: string;
	/** The first attempt to deliver this event to this webhook; null when this is it. */
	parentUid: string | null;
	eventUid: string;
	webhookUid: string;
	createdAt: Date;
	url: string;
	/** Whether someone asked for it: a replay. */
	forced: boolean;
	/** When it was replayed. */
	lastForcedAt: Date | null;
	/** JSON text. */
	body: string;
	triggerEvent: string;
	/** 0 for the first attempt of a delivery, 1 for its first retry, … */
	retryAttempt: number;
	/** HTTP status of the answer; null while there is none. */
	statusCode: number | null;
	/** Why there was no answer. */
	errorMessage: string | null;
}

/** A webhook as TMS shows it (`WebHookDtoV2`), its secret token included. */
export function presentWebhook(webhook: Webhook): Record<string, unknown> {
	return {
		...webhook,
		created: webhook.created.toISOString(),
		lastModified: webhook.lastModified.toISOString(),
	};
}

/** A webhook call as its list shows it (`WebhookCallDto`). */
export function presentWebhookCall({ webhookUid, ...call }: WebhookCall): Record<string, unknown> {
	return {
		...call,
		webhookSettings: { uid: webhookUid },
		createdAt: call.createdAt.toISOString(),
		lastForcedAt: call.lastForcedAt?.toISOString() ?? null,
	};
}
