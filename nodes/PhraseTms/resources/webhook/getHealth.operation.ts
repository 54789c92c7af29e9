import { toggle } from '../../../../core/fields/choice';
import { eachAlone } from '../../../../core/endings/eachAlone';
import { pages } from '../../../../core/http/pages';
import { listWebhooks, readWebhook, type Webhook } from '../../../../core/phrase/webhooks/webhook';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { inParallel } from '../../../../core/concurrency/inParallel';
import { judge } from './shared/judge';
import { MOST_CALLS } from './shared/recentCalls';

/**
 * Tells which webhooks do not reach their receivers.
 * Source: getWebHookListV2, GET /api2/v2/webhooks; getWebhookCallsList, GET /api2/v1/webhooksCalls.
 */
export const getHealth = defineOperation(
	{
		name: 'Get Health',
		action: 'Get the health of webhooks',
		description:
			'Retrieve the health of all webhooks. A webhook is unhealthy when it is not enabled, or when it has failed attempts and its last call failed. It is also unhealthy when a call of the last 24 hours failed, and no later call delivered the same event. A call fails without an answer, or without a 2xx status.',
		fields: {
			onlyUnhealthy: toggle({
				displayName: 'Only Unhealthy',
				description: 'Whether to return only the webhooks that are not healthy, and nothing when all are',
			}),
		},
	},
	{ request: () => listWebhooks(), ends: healthOfEach() },
);

/** The answer lists webhooks, of whose calls each is judged; each becomes an item. */
function healthOfEach<V extends { onlyUnhealthy: boolean }>(): Ending<V> {
	return {
		run: eachAlone(async ({ client, request, hint, slots, values }) => {
			const webhooks: Webhook[] = [];
			for await (const { entries } of pages(client, request(), Infinity)) {
				webhooks.push(...entries.map(readWebhook).filter((webhook) => webhook !== undefined));
			}
			const judged = await slots.lend(
				async () => await inParallel(webhooks, slots, async (webhook) => await judge(client, webhook)),
			);
			for (const { name, callsComplete } of judged) {
				if (callsComplete) continue;
				hint(
					`Phrase has more calls of webhook '${name}' than the ${MOST_CALLS} that the node looked at: some that failed may be missing.`,
				);
			}
			return judged
				.filter(({ healthy }) => !healthy || !values.onlyUnhealthy)
				.map((one) => ({ json: { ...one } }));
		}),
	};
}
