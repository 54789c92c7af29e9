import type { IDataObject } from 'n8n-workflow';

import type { PhraseClient } from '../../../core/http/client.types';
import { eventItems } from '../../../core/phrase/events/eventItems';
import type { WebhookEvent } from '../../../core/phrase/events/readEvent';
import { isKnownEvent } from '../../../core/phrase/events/webhookEvents';
import type { Settings } from '../settings';
import { mayCompleteJobs } from '../wantedEvents';
import { allJobsItems } from './allJobs/allJobsItems';
import { passesOwnFilters, passesPlaceFilters } from '../../shared/tms/events/eventFilters';
import { clientOf } from './projectClient';
import type { Surroundings } from './surroundings';

/**
 * The JSON of the items that an event starts the workflow with. What Phrase refuses to tell is left out, and logged:
 * the event would be refused again each time, until Phrase disabled the webhook.
 *
 * @throws CallbackRejected with 503 when Phrase cannot tell for the moment what the answer hangs on
 */
export async function itemsOfEvent(
	event: WebhookEvent,
	settings: Settings,
	around: Surroundings,
): Promise<IDataObject[]> {
	// Made when it is needed, and once: for most events, Phrase does not have to be asked anything.
	let client: PhraseClient | undefined;
	const asking = { ...around, client: () => (client ??= around.client()) };

	const isChosen = settings.events.includes(event.event) || !isKnownEvent(event.event);
	const mayComplete = mayCompleteJobs(event.event, settings);
	const isWanted = (item: IDataObject) => isChosen && passesOwnFilters(item, settings.filters);

	const inPlace: IDataObject[] = [];
	for (const item of eventItems(event)) {
		if (!mayComplete && !isWanted(item)) continue;
		const ofClient = async (project: IDataObject) => await clientOf(project, asking);
		if (await passesPlaceFilters(item, settings.filters, ofClient)) inPlace.push(item);
	}
	const items = inPlace.filter(isWanted);
	return mayComplete ? [...items, ...(await allJobsItems(event, inPlace, settings, asking))] : items;
}
