import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { CallbackRejected } from '../../../core/callbacks/callbackRejected';
import { readCallbackBody } from '../../../core/callbacks/readCallbackBody';
import { takeCallback } from '../../../core/callbacks/takeCallback';
import type { PhraseClient } from '../../../core/http/client.types';
import { readEvent, type WebhookEvent } from '../../../core/phrase/events/readEvent';
import { isKnownEvent } from '../../../core/phrase/events/webhookEvents';
import { callOf, type TriggerCall } from '../../shared/trigger/triggerCall';
import { onlyOnce } from '../../shared/trigger/onlyOnce';
import { startWith } from '../../shared/trigger/startWith';
import { takeSample } from '../registration';
import { credentialOf, readSettings, type Settings } from '../settings';
import { triggerState, type TriggerState } from '../triggerState';
import { registeredEvents } from '../wantedEvents';
import { assertFromPhrase } from './assertFromPhrase';
import { hurriedClient } from './hurriedClient';
import { isToldByStart, noteTold } from '../existing/told';
import { itemsOfEvent } from './itemsOfEvent';

/**
 * Takes one event from Phrase, and starts the workflow with an item for each job. It answers 200 without
 * starting the workflow when nothing passes the filters, or when the event has started it before. It rejects
 * a call with a 4xx, or with a 503 for Phrase to deliver it again. That is so, too, when the node is not set
 * up to take events: n8n's log says why.
 */
export async function receiveEvent(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await takeCallback(context, async () => {
		const call = callOf(context, triggerState(context));
		assertFromPhrase(call);
		const samples = await takeSample(call);
		if (samples !== undefined) return startWith(samples);
		const settings = await readSettings(context);
		const credential = await credentialOf(context);
		return startWith(await takeEvent(call, settings, () => hurriedClient(credential)));
	});
}

/**
 * @param client makes the client for what has to be asked of Phrase
 * @returns JSON of the items to start the workflow with
 */
async function takeEvent(
	call: TriggerCall<TriggerState>,
	settings: Settings,
	client: () => PhraseClient,
): Promise<IDataObject[]> {
	const event = readEvent(await readCallbackBody(call.request, settings.maxBodySize));
	if (event === undefined) throw new CallbackRejected(400, 'The body names no event');
	// The registration may be older than the settings. What Phrase added later is never known, and taken.
	if (isKnownEvent(event.event) && !registeredEvents(settings).includes(event.event)) return [];
	return await onlyOnce(call, event.eventUid ?? undefined, async () => {
		const found = await itemsOfEvent(event, settings, { ...call, client });
		const items = call.isTest ? found : found.filter((item) => !isToldByStart(call, item, event.timestamp));
		if (items.length > 0) noteTimestamp(call, event);
		if (settings.existing !== undefined) noteTold(call, items);
		return items;
	});
}

/** Notes up to when events have arrived. They may overtake each other. */
function noteTimestamp({ isTest, state }: TriggerCall<TriggerState>, { timestamp }: WebhookEvent): void {
	if (timestamp === null || isTest) return;
	state.lastSeenAt = Math.max(state.lastSeenAt ?? 0, timestamp);
}
