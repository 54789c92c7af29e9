import type { Webhook } from '../../../core/phrase/webhooks/webhook';
import { takenCalls } from '../../shared/trigger/nodeMemories';
import { AccountWebhooks } from './accountWebhooks';
import type { Hook } from './hook';
import { MissedEvents, type Taken } from './missedEvents';
import { logError } from './reported';

/** How far the clocks of n8n and Phrase may be apart, in seconds. */
const CLOCK_DIFFERENCE_SECONDS = 60 * 60;

/** How long Phrase may take to tell what was missed, in ms: the history of a busy account has hundreds of pages. */
const CATCH_UP_WITHIN_MS = 120_000;

/**
 * Lets Phrase send again what this node has missed, for example while n8n was down. Events that were taken all the
 * same are not taken twice: they come with the `eventUid` they had.
 *
 * What goes wrong is logged, and does not fail the activation: n8n would remove the registration again, and with it all
 * events from now on.
 */
export async function catchUp(hook: Hook, webhook: Webhook): Promise<void> {
	const webhooks = new AccountWebhooks(hook.credential, CATCH_UP_WITHIN_MS);
	try {
		const missed = new MissedEvents(takenEvents(hook, webhook));
		for await (const calls of webhooks.history(webhook.uid)) {
			for (const call of calls) if (call.webhookUid === webhook.uid) missed.add(call);
			if (missed.isComplete) break;
		}
		const uids = missed.uids();
		await webhooks.replay(uids);
		hook.log.info(
			uids.length === 0
				? 'Phrase has no events that this node has missed'
				: `Phrase sends ${uids.length} events again that this node has missed`,
		);
	} catch (error) {
		logError(
			hook,
			'Could not ask Phrase for the events that this node has missed. It receives new ones. Publish the workflow again, or replay the failed calls of the webhook in Phrase',
			error,
		);
	}
}

function takenEvents({ key, state }: Hook, { createdAt = 0 }: Webhook): Taken {
	const { lastSeenAt = createdAt, seen: stored } = state;
	const { seen } = takenCalls.of(key);
	seen.merge(stored);
	return {
		has: (eventUid) => seen.has(eventUid),
		lastSeenAt,
		rememberedSince: seen.completeSince + CLOCK_DIFFERENCE_SECONDS,
	};
}
