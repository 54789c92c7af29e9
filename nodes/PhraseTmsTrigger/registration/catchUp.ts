import type { IHookFunctions } from 'n8n-workflow';

import { takenCalls } from '../../shared/trigger/memory';
import { triggerState } from '../state';
import type { AccountWebhook, AccountWebhooks } from './accountWebhooks';
import { about, logError } from './errors';
import { MissedEvents, type Taken } from './missedEvents';

/** How far the clocks of n8n and Phrase may be apart, in seconds. */
const CLOCK_DIFFERENCE_SECONDS = 60 * 60;

/**
 * Lets Phrase send again what this node has missed, for example while n8n was down. Events that were taken all the
 * same are not taken twice: they come with the `eventUid` they had.
 *
 * What goes wrong is logged, and does not fail the activation: n8n would remove the registration again, and with it all
 * events from now on.
 */
export async function catchUp(
	context: IHookFunctions,
	webhooks: AccountWebhooks,
	webhook: AccountWebhook,
): Promise<void> {
	try {
		const missed = new MissedEvents(takenEvents(context, webhook));
		for await (const attempts of webhooks.history(webhook.uid)) {
			for (const attempt of attempts) if (attempt.webhookUid === webhook.uid) missed.add(attempt);
			if (missed.isComplete) break;
		}
		const uids = missed.uids();
		await webhooks.replay(uids);
		context.logger.info(
			uids.length === 0
				? 'Phrase has no events that this node has missed'
				: `Phrase sends ${uids.length} events again that this node has missed`,
			about(context),
		);
	} catch (error) {
		logError(
			context,
			'The events that this node has missed could not be asked for. It receives new ones. Activate the workflow again, or replay the failed calls of the webhook in Phrase',
			error,
		);
	}
}

function takenEvents(context: IHookFunctions, { createdAt = 0 }: AccountWebhook): Taken {
	const { lastSeenAt = createdAt, seen: stored } = triggerState(context);
	const { seen } = takenCalls.of(context);
	seen.merge(stored);
	return {
		has: (eventUid) => seen.has(eventUid),
		lastSeenAt,
		rememberedSince: seen.completeSince + CLOCK_DIFFERENCE_SECONDS,
	};
}
