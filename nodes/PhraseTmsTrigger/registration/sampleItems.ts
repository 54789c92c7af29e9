import type { IDataObject } from 'n8n-workflow';

import { asRecord } from '../../../core/http/read';
import { eventItems } from '../../../core/phrase/events/eventItems';
import type { WebhookEvent } from '../../../core/phrase/events/readEvent';
import { isKnownEvent } from '../../../core/phrase/events/webhookEvents';
import type { Preview } from '../../../core/phrase/webhooks/previews';
import { allJobsItem } from '../../shared/tms/events/allJobsItem';
import { groupsOf } from '../../shared/tms/events/jobGroup';
import type { Settings } from '../settings';
import { mayCompleteJobs } from '../wantedEvents';

/**
 * Makes items of Phrase's samples, as the events themselves would have them, marked by `sample`. The filters do not
 * apply: hardly any sample would pass them.
 *
 * @returns JSON of the items; nothing for samples that cannot be read
 */
export function sampleItems(settings: Settings, previews: Preview[]): IDataObject[] {
	const items = previews.flatMap(({ event }) => {
		if (event === undefined) return [];
		const ofEvent = eventItems(event);
		const isChosen = settings.events.includes(event.event) || !isKnownEvent(event.event);
		// One event is enough to show it.
		const showsAllJobs = event.event === 'JOB_STATUS_CHANGED' && mayCompleteJobs(event.event, settings);
		return [...(isChosen ? ofEvent : []), ...(showsAllJobs ? allJobsItems(settings, event, ofEvent) : [])];
	});
	return items.map((item) => ({ ...item, sample: true }));
}

/** What the event about all jobs would tell, if the jobs of a sample were all that have to reach a status. */
function allJobsItems(
	{ reachedStatuses }: Settings,
	event: WebhookEvent,
	changed: IDataObject[],
): IDataObject[] {
	return reachedStatuses.slice(0, 1).flatMap((status) => {
		const jobs = changed.map(({ job }) => ({ ...asRecord(job), status }));
		return groupsOf(changed).map((group) =>
			allJobsItem({ group, status, jobs }, { eventUid: event.eventUid, timestamp: changed[0]?.timestamp }),
		);
	});
}
