import { ALL_JOBS_REACHED_STATUS } from '../../core/phrase/events/webhookEvents';
import type { Settings } from './settings';

/** The events after which all jobs of a group may have reached a status: the last open one has, or is gone. */
const COMPLETING = ['JOB_STATUS_CHANGED', 'JOB_DELETED'];

/**
 * The events that the webhook in Phrase has to be registered for: what the user chose, and those that tell when to
 * look at all jobs. Sorted, each once.
 */
export function registeredEvents({ events }: Pick<Settings, 'events'>): string[] {
	const wanted = events.flatMap((event) => (event === ALL_JOBS_REACHED_STATUS ? COMPLETING : event));
	return [...new Set(wanted)].sort();
}

/** Whether an event is one after which the event about all jobs may have happened, if the user chose that. */
export function mayCompleteJobs(event: string, { events }: Pick<Settings, 'events'>): boolean {
	return events.includes(ALL_JOBS_REACHED_STATUS) && COMPLETING.includes(event);
}
