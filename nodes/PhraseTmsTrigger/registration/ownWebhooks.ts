import type { Webhook } from '../../../core/phrase/webhooks/webhook';
import { areOfSameN8n } from './webhookUrl';

/** How a node knows its webhook. */
export interface Traits {
	/** UID that is stored, undefined when nothing is. */
	uid: string | undefined;
	/** Where the webhook calls. */
	url: string;
	/** How its name ends; see `registrationName`. Without it no name is looked at. */
	mark?: string;
}

/** What of an account's webhooks has to do with a node. */
export interface Sorted {
	/** The node's own, the surest one first. */
	own: Webhook[];
	/** Those that look like the node's but call another n8n. */
	elsewhere: Webhook[];
}

/**
 * Finds a node's webhooks among those of the account, by what is stored, by URL, and by name, in this order.
 *
 * One that is known by its UID or name only, and calls another host, port or path, belongs to another n8n.
 * One of both has a copy of the other's database, for example for staging. A webhook taken from it would be
 * taken in silence.
 */
export function sortOut(webhooks: Webhook[], { uid, url, mark }: Traits): Sorted {
	const inOrder = [
		...webhooks.filter((webhook) => webhook.uid === uid),
		...webhooks.filter((webhook) => webhook.url === url),
		...webhooks.filter((webhook) => mark !== undefined && webhook.name.endsWith(mark)),
	];
	const found = [...new Set(inOrder)];
	return {
		own: found.filter((webhook) => areOfSameN8n(webhook.url, url)),
		elsewhere: found.filter((webhook) => !areOfSameN8n(webhook.url, url)),
	};
}
