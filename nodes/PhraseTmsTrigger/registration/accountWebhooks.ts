import { createPhraseClient } from '../../../core/http/client';
import type { PhraseClient } from '../../../core/http/client.types';
import type { Credential } from '../../../core/http/credential';
import { productBaseUrl } from '../../../core/http/baseUrl';
import { PhraseError } from '../../../core/http/errors';
import { pages } from '../../../core/http/pages';
import { asRecord, asText } from '../../../core/http/read';
import { GET } from '../../../core/http/request';
import {
	listCalls,
	readCall,
	replayInBatches,
	type WebhookCall,
} from '../../../core/phrase/webhooks/webhookCall';
import { listPreviews, readPreviews, type Preview } from '../../../core/phrase/webhooks/previews';
import {
	createWebhook,
	getWebhook,
	listWebhooks,
	readWebhook,
	removeWebhook,
	sendTestCall,
	updateWebhook,
	type Webhook,
	type WebhookSettings,
} from '../../../core/phrase/webhooks/webhook';
import { Deadline } from '../../shared/trigger/answerDeadline';

/** How long Phrase may take for all that a registration needs, in ms. n8n waits for it when it starts. */
const REGISTER_WITHIN_MS = 30_000;

/**
 * The webhooks of the account that a credential belongs to. All methods throw a PhraseError when Phrase refuses, and
 * when it does not answer in time, with what was waited for.
 */
export class AccountWebhooks {
	private readonly deadline: Deadline;
	private readonly client: PhraseClient;

	/** @param withinMs how long all requests together may take, in ms */
	constructor(
		private readonly credential: Credential,
		withinMs = REGISTER_WITHIN_MS,
	) {
		this.deadline = new Deadline(withinMs);
		this.client = createPhraseClient(credential, { product: 'tms', signal: this.deadline.signal });
	}

	/**
	 * Names the account: its organization, and the host that it is on.
	 * Source: whoAmI, GET /api2/v1/auth/whoAmI.
	 * @returns undefined when Phrase does not tell
	 */
	async account(): Promise<string | undefined> {
		const answer = await this.waitFor('the account of the credential', async () => {
			return await unless([403, 404], this.client.send(GET`/api2/v1/auth/whoAmI`));
		});
		const uid = asText(asRecord(asRecord(answer?.body).organization).uid);
		const { host } = new URL(productBaseUrl(await this.credential.read(), 'tms'));
		return uid && `${uid} on ${host}`;
	}

	/** All webhooks of the account that the user may see. */
	async list(): Promise<Webhook[]> {
		return await this.waitFor('the list of the webhooks', async () => {
			const webhooks: Webhook[] = [];
			for await (const { entries } of pages(this.client, listWebhooks(), Infinity)) {
				webhooks.push(...entries.map(readWebhook).filter((webhook) => webhook !== undefined));
			}
			return webhooks;
		});
	}

	/** Undefined when it is gone. */
	async find(uid: string): Promise<Webhook | undefined> {
		const answer = await this.waitFor(`webhook ${uid}`, async () => {
			return await unless([404], this.client.send(getWebhook(uid)));
		});
		return answer && readWebhook(asRecord(answer.body));
	}

	/** @throws PhraseError also when Phrase does not tell the UID */
	async create(settings: WebhookSettings): Promise<Webhook> {
		const { body } = await this.waitFor('the webhook to be registered', async () => {
			return await this.client.send(createWebhook(settings));
		});
		const created = readWebhook(asRecord(body));
		if (created !== undefined) return created;
		throw new PhraseError({
			kind: 'unusable',
			message: 'Phrase TMS registered the webhook without telling its UID',
			description: 'Check the URL in the credential: it may not be that of Phrase TMS.',
		});
	}

	async update(uid: string, settings: WebhookSettings): Promise<void> {
		await this.waitFor(`webhook ${uid} to be changed`, async () => {
			await this.client.send(updateWebhook(uid, settings));
		});
	}

	/** One that is gone already is fine. */
	async delete(uid: string): Promise<void> {
		await this.waitFor(`webhook ${uid} to be removed`, async () => {
			await unless([404], this.client.send(removeWebhook(uid)));
		});
	}

	/** Lets Phrase send a sample of an event. */
	async sendTest(uid: string, event: string): Promise<void> {
		await this.waitFor('the sample to be sent', async () => {
			await this.client.send(sendTestCall(uid, event));
		});
	}

	/** Samples of events. */
	async previews(events: string[]): Promise<Preview[]> {
		return await this.waitFor('the samples of the events', async () => {
			return readPreviews((await this.client.send(listPreviews(events))).body);
		});
	}

	/** The history of what Phrase sent to a webhook, page by page. */
	async *history(webhookUid: string): AsyncGenerator<WebhookCall[]> {
		for await (const { entries } of pages(this.client, listCalls({ webhookUid }), Infinity)) {
			yield entries.map(readCall).filter(({ uid }) => uid !== '');
		}
	}

	/** Lets Phrase send calls again. */
	async replay(uids: string[]): Promise<void> {
		for (const request of replayInBatches(uids)) await this.client.send(request);
	}

	private async waitFor<T>(what: string, ask: () => Promise<T>): Promise<T> {
		return await this.deadline.waitFor(what, ask);
	}
}

/** Undefined when Phrase answers with one of the statuses. */
async function unless<T>(statuses: number[], answer: Promise<T>): Promise<T | undefined> {
	return await answer.catch((error: unknown) => {
		if (error instanceof PhraseError && statuses.includes(error.httpCode ?? 0)) return undefined;
		throw error;
	});
}
