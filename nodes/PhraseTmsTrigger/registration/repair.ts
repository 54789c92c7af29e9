import { isDeepStrictEqual } from 'node:util';

import type { Webhook } from '../../../core/phrase/webhooks/webhook';
import type { AccountWebhooks } from './accountWebhooks';
import type { Hook } from './hook';
import { keep } from './keep';
import type { Known } from './known';
import { hasOwnToken, ownToken } from './ownToken';
import { newSecretToken } from './secretToken';
import { SECRET_TOKEN_TYPE, settingsOf, type Wanted } from './wanted';

/** Whether a webhook is as the node is to have it, as far as Phrase tells. */
export function isAsWanted(webhook: Webhook, { url, name, events }: Wanted, known: Known): boolean {
	return (
		webhook.status === 'ENABLED' &&
		webhook.url === url &&
		webhook.name === name &&
		(webhook.secretTokenType ?? SECRET_TOKEN_TYPE) === SECRET_TOKEN_TYPE &&
		isDeepStrictEqual(new Set(webhook.events), new Set(events)) &&
		hasOwnToken(webhook, known)
	);
}

/** Makes a webhook as the node is to have it. */
export async function repair(
	hook: Hook,
	webhooks: AccountWebhooks,
	webhook: Webhook,
	wanted: Wanted,
	known: Known,
): Promise<void> {
	const { uid, status } = webhook;
	const secretToken = ownToken(webhook, known) ?? newSecretToken();
	await webhooks.update(uid, settingsOf(wanted, secretToken));
	keep(hook, wanted, known, uid, secretToken);
	if (status === 'ENABLED') {
		hook.log.info(`Brought webhook ${uid} in Phrase up to date`);
	} else {
		hook.log.warn(
			`Webhook ${uid} in Phrase was disabled; the node has enabled it again. Phrase disables one itself when 3,000 calls have failed: check that it can reach this n8n. It does not keep events for a disabled webhook.`,
		);
	}
}
