import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { CallbackRejected } from '../../../core/callbacks/callbackRejected';
import { readCallbackBody, type WebhookRequest } from '../../../core/callbacks/readCallbackBody';
import { eventItems } from '../../../core/phrase/events/eventItems';
import { readEvent, type WebhookEvent } from '../../../core/phrase/events/readEvent';
import { ALL_JOBS_REACHED_STATUS, isKnownEvent } from '../../../core/phrase/events/webhookEvents';
import type { PhraseClient } from '../../../core/http/client.types';
import { nodeKey } from '../../shared/trigger/memory';
import { onlyOnce } from '../../shared/trigger/onlyOnce';
import { rejecting } from '../../shared/trigger/rejecting';
import { triggerState } from '../state';
import { allJobsItems } from './allJobsReachedStatus/allJobsItems';
import { assertFromPhrase } from './assertFromPhrase';
import { hurriedClient } from './hurriedClient';
import { passesOwnFilters, passesPlaceFilters } from './passesFilters';
import { clientOf } from './projectClient';
import { takeSample } from '../registration';
import { chosenEvents, eventFilters, maxBodySize, wantedEvents } from '../settings';

/**
 * Takes one event from Phrase: starts the workflow with an item for each job, answers 200 without starting it when
 * nothing passes the filters or the event has started it before, or rejects the call with a 4xx, or with a 503 for
 * Phrase to deliver it again.
 *
 * @throws NodeOperationError when the node is not set up to take events; n8n shows it as a failed execution
 */
export async function receiveEvent(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await rejecting(context, async () => {
		assertFromPhrase(context);
		const samples = await takeSample(context);
		if (samples !== undefined) return startingWith(samples);

		const event = await readCall(context);
		// The registration may be older than the settings. What Phrase added later is never known, and taken.
		if (isKnownEvent(event.event) && !wantedEvents(context).includes(event.event)) return {};
		return await onlyOnce(context, event.eventUid ?? undefined, async () => {
			const items = await itemsOf(context, event);
			if (items.length > 0) noteTimestamp(context, event);
			return startingWith(items);
		});
	});
}

/** @throws CallbackRejected when the body is no event */
async function readCall(context: IWebhookFunctions): Promise<WebhookEvent> {
	const request = context.getRequestObject() as WebhookRequest;
	const event = readEvent(await readCallbackBody(request, maxBodySize(context)));
	if (event === undefined) throw new CallbackRejected(400, 'The body names no event');
	return event;
}

/**
 * The JSON of the items that an event starts the workflow with.
 * @throws CallbackRejected with 503 when Phrase cannot tell for the moment what the answer hangs on
 */
async function itemsOf(context: IWebhookFunctions, event: WebhookEvent): Promise<IDataObject[]> {
	const chosen = chosenEvents(context);
	const filters = eventFilters(context);
	// Made when it is needed: for most events, Phrase does not have to be asked anything.
	let client: PhraseClient | undefined;
	const phrase = () => (client ??= hurriedClient(context));
	const clientOfProject = async (project: IDataObject) => await clientOf(project, nodeKey(context), phrase);

	const isChosen = chosen.includes(event.event) || !isKnownEvent(event.event);
	const isAboutAllJobs = event.event === 'JOB_STATUS_CHANGED' && chosen.includes(ALL_JOBS_REACHED_STATUS);
	const isWanted = (item: IDataObject) => isChosen && passesOwnFilters(item, filters);

	const inPlace: IDataObject[] = [];
	for (const item of eventItems(event)) {
		if (!isAboutAllJobs && !isWanted(item)) continue;
		if (await passesPlaceFilters(item, filters, clientOfProject)) inPlace.push(item);
	}
	const items = inPlace.filter(isWanted);
	return isAboutAllJobs ? [...items, ...(await allJobsItems(context, event, inPlace, phrase))] : items;
}

/** Notes up to when events have arrived. They may overtake each other. */
function noteTimestamp(context: IWebhookFunctions, { timestamp }: WebhookEvent): void {
	if (timestamp === null || context.getMode() === 'manual') return;
	const state = triggerState(context);
	state.lastSeenAt = Math.max(state.lastSeenAt ?? 0, timestamp);
}

function startingWith(items: IDataObject[]): IWebhookResponseData {
	return items.length === 0 ? {} : { workflowData: [items.map((json) => ({ json }))] };
}
