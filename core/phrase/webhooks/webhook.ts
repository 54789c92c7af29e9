import type { IDataObject } from 'n8n-workflow';
import { asText, asTexts } from '../../http/read';
import { DELETE, GET, POST, PUT, type PhraseRequest, type QueryValue } from '../../http/request';
import { toSeconds } from '../toSeconds';

/** The states of a webhook. Source: schema WebHookStatusEnum. */
export const WEBHOOK_STATUSES = [
	{ name: 'Disabled', value: 'DISABLED' },
	{ name: 'Enabled', value: 'ENABLED' },
] as const;

/** The headers in which Phrase can send the secret token. Source: schema WebHookSecretTokenTypeEnum. */
export const SECRET_TOKEN_TYPES = [
	{ name: 'Authorization', value: 'AUTHORIZATION' },
	{ name: 'X-Memsource-Token', value: 'X_MEMSOURCE_TOKEN' },
] as const;

/** Most characters of a webhook's name and of its secret token. Source: schema CreateWebHookDto. */
export const LONGEST_WEBHOOK_TEXT = 255;

/** A webhook of an account as Phrase tells it. Source: schema WebHookDtoV2. */
export interface Webhook {
	uid: string;
	url: string;
	name: string;
	events: string[];
	status: string;
	/** How many calls have failed; Phrase disables a webhook when too many have. */
	failedAttempts: number;
	/** Undefined when Phrase does not show it. */
	secretToken?: string;
	/** Undefined when Phrase does not show it. */
	secretTokenType?: string;
	/** When it was registered, in seconds since 1970 by Phrase's clock. */
	createdAt?: number;
}

/** All that a webhook is to be: Phrase takes it whole only. Source: schema CreateWebHookDto. */
export interface WebhookSettings {
	url: string;
	name?: string;
	events: string[];
	/** Phrase enables the webhook when this is left out. */
	status?: string;
	/** Whether lists leave it out. */
	hidden?: boolean;
	secretToken?: string;
	/** Phrase chooses when this is left out. */
	secretTokenType?: string;
}

/** Reads a webhook leniently; undefined for what has no UID. */
export function readWebhook(entry: IDataObject): Webhook | undefined {
	const uid = asText(entry.uid);
	if (uid === undefined) return undefined;
	return {
		uid,
		url: asText(entry.url) ?? '',
		name: asText(entry.name) ?? '',
		events: asTexts(entry.events),
		status: asText(entry.status) ?? '',
		failedAttempts: Number(asText(entry.failedAttempts) ?? 0),
		secretToken: asText(entry.secretToken),
		secretTokenType: asText(entry.secretTokenType),
		createdAt: toSeconds(entry.created),
	};
}

/** Lists webhooks of the account. Source: getWebHookListV2, GET /api2/v2/webhooks. */
export function listWebhooks(filters: Record<string, QueryValue> = {}): PhraseRequest {
	return GET`/api2/v2/webhooks`.query(filters);
}

/** Reads one webhook. Source: getWebHookV2, GET /api2/v2/webhooks/{webHookUid}. */
export function getWebhook(uid: string): PhraseRequest {
	return GET`/api2/v2/webhooks/${uid}`;
}

/** Registers a webhook. Source: createWebHookV2, POST /api2/v2/webhooks. */
export function createWebhook(settings: WebhookSettings): PhraseRequest {
	return withSettings(POST`/api2/v2/webhooks`.repeatable('refused'), settings);
}

/** Writes a webhook as it is to be. Source: updateWebHookV2, PUT /api2/v2/webhooks/{webHookUid}. */
export function updateWebhook(uid: string, settings: WebhookSettings): PhraseRequest {
	return withSettings(PUT`/api2/v2/webhooks/${uid}`.repeatable('always'), settings);
}

/** Removes a webhook. Source: deleteWebHookV2, DELETE /api2/v2/webhooks/{webHookUid}. */
export function removeWebhook(uid: string): PhraseRequest {
	return DELETE`/api2/v2/webhooks/${uid}`;
}

/** Lets Phrase send a sample of an event. Source: sendTestWebhook, POST /api2/v2/webhooks/{webhookUid}/test. */
export function sendTestCall(uid: string, event: string): PhraseRequest {
	return POST`/api2/v2/webhooks/${uid}/test`.repeatable('refused').query({ event });
}

function withSettings(request: PhraseRequest, settings: WebhookSettings): PhraseRequest {
	return request.json(settings).confidential(settings.secretToken);
}
