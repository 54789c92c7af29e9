import type { PhraseClient } from '../../../../../core/http/client.types';
import type { Webhook } from '../../../../../core/phrase/webhooks/webhook';
import { recentCalls } from './recentCalls';
import { lastSucceeded, undelivered } from './undelivered';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Judges a webhook. Whether Phrase begins its count of failed attempts anew after a success is not documented, so the
 * count alone makes no webhook unhealthy whose last call has succeeded.
 */
export async function judge(client: PhraseClient, { uid, name, url, failedAttempts, ...webhook }: Webhook) {
	const status = webhook.status || 'ENABLED';
	const since = Date.now() / 1000 - DAY_SECONDS;
	const { calls, complete, includesNewest } = await recentCalls(client, uid, since);
	const failed = undelivered(calls, since);
	const [last] = failed;
	const failing = failedAttempts > 0 && !(includesNewest && lastSucceeded(calls));
	return {
		webhookUid: uid,
		uid,
		name: name || uid,
		url: url || null,
		status,
		failedAttempts,
		callsFailedIn24h: failed.length,
		lastFailedAt: last?.received.createdAt ?? null,
		lastStatusCode: last?.received.statusCode ?? null,
		lastErrorMessage: last?.received.errorMessage ?? null,
		callsComplete: complete,
		healthy: status === 'ENABLED' && !failing && failed.length === 0,
	};
}
