import type { IDataObject } from 'n8n-workflow';

import type { PhraseClient } from '../../../core/http/client.types';
import { PhraseError } from '../../../core/http/errors';
import { asRecord, asRecords, asText, asTexts } from '../../../core/http/read';
import { DELETE, GET, POST, PUT, type PhraseRequest } from '../../../core/http/request';
import { pages } from '../../../core/http/pages';
import { toSeconds } from './toSeconds';

/** A webhook as Phrase tells it. Source: schema WebHookDtoV2. */
export interface AccountWebhook {
	uid: string;
	url: string;
	name: string;
	events: string[];
	status: string;
	/** Undefined when Phrase does not show it. */
	secretToken?: string;
	/** When it was registered, in seconds since 1970 by Phrase's clock. */
	createdAt?: number;
}

/** What a webhook is to be. Source: schema CreateWebHookDto. */
export interface WebhookSettings {
	url: string;
	name: string;
	events: string[];
	secretToken: string;
}

/** The sample of an event's body that Phrase makes. */
export interface Preview {
	event: string;
	/** JSON text. */
	preview: string;
}

/** One attempt of Phrase to deliver an event. Source: schema WebhookCallDto. */
export interface DeliveryAttempt {
	uid: string;
	/** The attempt that this one repeats. */
	parentUid?: string;
	eventUid?: string;
	webhookUid?: string;
	/** In seconds since 1970 by Phrase's clock. */
	madeAt?: number;
	/** HTTP status that it was answered with. */
	statusCode?: number;
}

/** Calls that are replayed with one request, at most. */
const REPLAY_BATCH = 50;

/** The webhooks of a Phrase account. All methods throw a PhraseError when Phrase refuses. */
export class AccountWebhooks {
	constructor(private readonly client: PhraseClient) {}

	/** All webhooks of the account that the user may see. Source: getWebHookListV2, GET /api2/v2/webhooks. */
	async list(): Promise<AccountWebhook[]> {
		const webhooks: AccountWebhook[] = [];
		for await (const { entries } of pages(this.client, GET`/api2/v2/webhooks`, Infinity)) {
			webhooks.push(...entries.map(readWebhook).filter((webhook) => webhook !== undefined));
		}
		return webhooks;
	}

	/** Source: getWebHookV2, GET /api2/v2/webhooks/{webHookUid}. Undefined when it is gone. */
	async find(uid: string): Promise<AccountWebhook | undefined> {
		const answer = await unlessGone(this.client.send(GET`/api2/v2/webhooks/${uid}`));
		return answer && readWebhook(asRecord(answer.body));
	}

	/**
	 * Source: createWebHookV2, POST /api2/v2/webhooks.
	 * @throws PhraseError also when Phrase does not tell the UID
	 */
	async create(settings: WebhookSettings): Promise<AccountWebhook> {
		const { body } = await this.client.send(
			withSettings(POST`/api2/v2/webhooks`.repeatable('refused'), settings),
		);
		const created = readWebhook(asRecord(body));
		if (created !== undefined) return created;
		throw new PhraseError({
			kind: 'refused',
			message: 'Phrase TMS registered the webhook without telling its UID',
			description: 'Check the URL in the credential: it may not be that of Phrase TMS.',
		});
	}

	/** Makes a webhook as it is to be, and enables it. Source: updateWebHookV2, PUT /api2/v2/webhooks/{webHookUid}. */
	async update(uid: string, settings: WebhookSettings): Promise<void> {
		await this.client.send(withSettings(PUT`/api2/v2/webhooks/${uid}`.repeatable('always'), settings));
	}

	/** Source: deleteWebHookV2, DELETE /api2/v2/webhooks/{webHookUid}. One that is gone already is fine. */
	async delete(uid: string): Promise<void> {
		await unlessGone(this.client.send(DELETE`/api2/v2/webhooks/${uid}`));
	}

	/** Lets Phrase send a sample of an event. Source: sendTestWebhook, POST /api2/v2/webhooks/{webhookUid}/test. */
	async sendTest(uid: string, event: string): Promise<void> {
		await this.client.send(POST`/api2/v2/webhooks/${uid}/test`.repeatable('refused').query({ event }));
	}

	/** Samples of events. Source: getWebhookPreviews, GET /api2/v2/webhooks/previews. */
	async previews(events: string[]): Promise<Preview[]> {
		const { body } = await this.client.send(GET`/api2/v2/webhooks/previews`.query({ events }));
		return asRecords(asRecord(body).previews).map(({ event, preview }) => ({
			event: asText(event) ?? '',
			preview: typeof preview === 'string' ? preview : JSON.stringify(preview),
		}));
	}

	/**
	 * The history of what Phrase sent to a webhook, of which it keeps 14 days, page by page.
	 * Source: getWebhookCallsList, GET /api2/v1/webhooksCalls.
	 */
	async *history(webhookUid: string): AsyncGenerator<DeliveryAttempt[]> {
		const request = GET`/api2/v1/webhooksCalls`.query({ webhookUid });
		for await (const { entries } of pages(this.client, request, Infinity)) {
			yield entries.map(readAttempt).filter((attempt) => attempt !== undefined);
		}
	}

	/** Lets Phrase send calls again. Source: replayWebhookCalls, POST /api2/v1/webhooksCalls/replay. */
	async replay(uids: string[]): Promise<void> {
		for (let start = 0; start < uids.length; start += REPLAY_BATCH) {
			const webhookCalls = uids.slice(start, start + REPLAY_BATCH).map((uid) => ({ uid }));
			await this.client.send(
				POST`/api2/v1/webhooksCalls/replay`.repeatable('refused').json({ webhookCalls }),
			);
		}
	}
}

/** The full settings: an update replaces them all, and enables the webhook. */
function withSettings(request: PhraseRequest, settings: WebhookSettings): PhraseRequest {
	return request.json({ ...settings, status: 'ENABLED', hidden: false }).confidential(settings.secretToken);
}

function readWebhook(entry: IDataObject): AccountWebhook | undefined {
	const uid = asText(entry.uid);
	if (uid === undefined) return undefined;
	return {
		uid,
		url: asText(entry.url) ?? '',
		name: asText(entry.name) ?? '',
		events: asTexts(entry.events),
		status: asText(entry.status) ?? '',
		secretToken: asText(entry.secretToken),
		createdAt: toSeconds(entry.created),
	};
}

function readAttempt(entry: IDataObject): DeliveryAttempt | undefined {
	const uid = asText(entry.uid);
	if (uid === undefined) return undefined;
	return {
		uid,
		parentUid: asText(entry.parentUid),
		eventUid: asText(entry.eventUid),
		webhookUid: asText(asRecord(entry.webhookSettings).uid),
		madeAt: toSeconds(entry.createdAt),
		statusCode: Number(asText(entry.statusCode) ?? NaN),
	};
}

async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
	return await answer.catch((error: unknown) => {
		if (error instanceof PhraseError && error.httpCode === 404) return undefined;
		throw error;
	});
}
