import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { eventItems } from '../../../core/phrase/events/eventItems';
import { readEvent, type WebhookEvent } from '../../../core/phrase/events/readEvent';
import { ALL_JOBS_REACHED_STATUS, isKnownEvent } from '../../../core/phrase/events/webhookEvents';
import { asRecord } from '../../../core/http/read';
import { allJobsItem } from '../event/allJobsReachedStatus/allJobsItems';
import { groupsOf } from '../event/allJobsReachedStatus/jobGroup';
import { chosenEvents, reachedStatuses } from '../settings';
import type { Preview } from './accountWebhooks';

/**
 * Makes items of Phrase's samples, as the events themselves would have them, marked by `sample`. The filters do not
 * apply: hardly any sample would pass them.
 *
 * @returns JSON of the items; nothing for samples that cannot be read
 */
export function sampleItems(context: IHookFunctions, previews: Preview[]): IDataObject[] {
	const chosen = chosenEvents(context);
	const items = previews.flatMap(({ event: name, preview }) => {
		const event = readEvent({ event: name, ...asRecord(parseJson(preview)) });
		if (event === undefined) return [];
		const ofEvent = eventItems(event);
		const isChosen = chosen.includes(event.event) || !isKnownEvent(event.event);
		const hasAllJobs = event.event === 'JOB_STATUS_CHANGED' && chosen.includes(ALL_JOBS_REACHED_STATUS);
		return [...(isChosen ? ofEvent : []), ...(hasAllJobs ? allJobsItems(context, event, ofEvent) : [])];
	});
	return items.map((item) => ({ ...item, sample: true }));
}

/** What the event about all jobs would tell, if the jobs of a sample were all that have to reach a status. */
function allJobsItems(context: IHookFunctions, event: WebhookEvent, changed: IDataObject[]): IDataObject[] {
	return reachedStatuses(context)
		.slice(0, 1)
		.flatMap((status) => {
			const jobs = changed.map(({ job }) => ({ ...asRecord(job), status }));
			const timestamp = changed[0]?.timestamp;
			return groupsOf(changed).map((group) => allJobsItem({ group, status, jobs }, event, timestamp));
		});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
