import type { Webhook } from '../../../core/phrase/webhooks/webhook';
import type { AccountWebhooks } from './accountWebhooks';
import type { Hook } from './hook';
import { sortOut, type Traits } from './ownWebhooks';

/** The node's own webhooks, the surest first. Those of another n8n are left alone, and told of in the log. */
export async function findOwn({ log }: Hook, webhooks: AccountWebhooks, traits: Traits): Promise<Webhook[]> {
	const { uid } = traits;
	const all = await webhooks.list();
	// A hidden webhook may not be in the list.
	const isMissing = uid !== undefined && uid !== '' && !all.some((webhook) => webhook.uid === uid);
	const stored = isMissing ? await webhooks.find(uid) : undefined;
	const { own, elsewhere } = sortOut(stored === undefined ? all : [...all, stored], traits);
	for (const webhook of elsewhere) {
		log.warn(
			`Webhook ${webhook.uid} in Phrase is that of this node but calls ${placeIn(webhook.url)}. The node leaves it alone, because it may belong to another n8n that this one is a copy of. If no n8n is there any more, delete the webhook in Phrase.`,
		);
	}
	return own;
}

/** Where a webhook calls, without what would let others call it. */
function placeIn(url: string): string {
	if (!URL.canParse(url)) return 'no web address';
	const { host, pathname } = new URL(url);
	return `${host}${pathname.split('/').slice(0, -3).join('/')}`;
}
