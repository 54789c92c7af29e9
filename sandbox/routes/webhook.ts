import { subjectOf } from '../eventSubject';
import { badRequest } from '../errors';
import { list, noContent, ok, param, single, type Call, type Handlers } from '../http/call';
import { page } from '../http/paging';
import { WEBHOOK_EVENTS } from '../model/eventBody';
import {
	presentWebhook,
	presentWebhookCall,
	type Webhook,
	type WebhookCall,
	type WebhookRequest,
} from '../model/webhook';

const DEFAULT_REPLAYED = 5;

/** Tag Webhook: registering webhooks, trying them, and what was sent to them. */
export const webhook: Handlers = {
	getWebHookListV2: (call, { events }) =>
		ok(page(call, sorted(call, events.webhooks.list().filter(webhookFilter(call))), presentWebhook)),

	createWebHookV2: (call, { events }) =>
		ok(presentWebhook(events.webhooks.create(call.body as WebhookRequest))),

	getWebHookV2: (call, { events }) => ok(presentWebhook(events.webhooks.get(param(call, 'webHookUid')))),

	updateWebHookV2: (call, { events }) =>
		ok(presentWebhook(events.webhooks.update(param(call, 'webHookUid'), call.body as WebhookRequest))),

	deleteWebHookV2: (call, { events }) => noContent(() => events.webhooks.delete(param(call, 'webHookUid'))),

	sendTestWebhook: (call, world) => {
		const { webhooks } = world.events;
		const webhook = webhooks.get(param(call, 'webhookUid'));
		const event = single(call, 'event') ?? '';
		webhooks.checkEvents([event]);
		if (!webhook.events.includes(event)) {
			throw badRequest('InvalidParameters', `The webhook is not registered for ${event}.`);
		}
		world.events.sendTest(webhook, event, subjectOf(world));
		return {};
	},

	/** Without `events` all are shown. */
	getWebhookPreviews: (call, world) => {
		const asked = list(call, 'events');
		world.events.webhooks.checkEvents(asked);
		const shown = asked.length > 0 ? asked : WEBHOOK_EVENTS;
		const subject = subjectOf(world);
		return ok({
			previews: shown.map((event) => ({ event, preview: world.events.sample(event, subject).body })),
		});
	},

	/** Newest first; Phrase documents no order. */
	getWebhookCallsList: (call, { events }) => {
		const webhookUid = single(call, 'webhookUid');
		const parentUid = single(call, 'parentUid');
		const eventUid = single(call, 'webhookEventUid');
		const found = events.calls
			.list()
			.filter(callFilter(call))
			.filter((made) => webhookUid === undefined || made.webhookUid === webhookUid)
			.filter((made) => parentUid === undefined || made.parentUid === parentUid)
			.filter((made) => eventUid === undefined || made.eventUid === eventUid);
		return ok(page(call, found.reverse(), presentWebhookCall));
	},

	replayWebhookCalls: (call, { events }) => {
		const { webhookCalls = [] } = call.body as { webhookCalls?: Array<{ uid: string }> };
		events.replay(webhookCalls.map(({ uid }) => events.calls.get(uid)));
		return {};
	},

	/** The last calls of all webhooks, from the oldest to the newest. */
	replayLast: (call, { events }) => {
		const count = Number(single(call, 'numberOfCalls') ?? DEFAULT_REPLAYED);
		events.replay(
			events.calls
				.list()
				.filter(callFilter(call))
				.filter(({ webhookUid }) => events.webhooks.find(webhookUid) !== undefined)
				.slice(-count),
		);
		return {};
	},
};

function webhookFilter(call: Call): (webhook: Webhook) => boolean {
	const name = single(call, 'name')?.toLowerCase();
	const status = single(call, 'status');
	const url = single(call, 'url');
	const events = list(call, 'events');
	const createdBy = list(call, 'createdBy');
	const modifiedBy = list(call, 'modifiedBy');
	return (webhook) =>
		(name === undefined || (webhook.name ?? '').toLowerCase().includes(name)) &&
		(status === undefined || webhook.status === status) &&
		(url === undefined || webhook.url === url) &&
		(events.length === 0 || webhook.events.some((event) => events.includes(event))) &&
		(createdBy.length === 0 || createdBy.includes(webhook.createdBy.uid)) &&
		(modifiedBy.length === 0 || modifiedBy.includes(webhook.lastModifiedBy.uid));
}

function sorted(call: Call, webhooks: Webhook[]): Webhook[] {
	const field = single(call, 'sortField')?.toLowerCase() as 'name' | 'url' | 'status' | undefined;
	const inOrder = field ? webhooks.sort((a, b) => (a[field] ?? '').localeCompare(b[field] ?? '')) : webhooks;
	return single(call, 'sortTrend') === 'DESC' ? inOrder.reverse() : inOrder;
}

function callFilter(call: Call): (made: WebhookCall) => boolean {
	const events = list(call, 'events');
	const status = single(call, 'status');
	return ({ triggerEvent, statusCode }) =>
		(events.length === 0 || events.includes(triggerEvent)) &&
		(status === undefined || (status === 'SUCCESS') === (statusCode === 200));
}
