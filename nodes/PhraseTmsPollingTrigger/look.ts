import type { IDataObject } from 'n8n-workflow';

import type { JobsLook } from '../shared/tms/events/watchedJobs';
import type { PollSettings } from './settings';

/** Something that has happened: what names it, and JSON of the item that tells of it. */
export interface Happened {
	key: string;
	json: IDataObject;
}

/** What it takes to look at what has happened. */
export interface Look extends JobsLook {
	settings: PollSettings;
}

/** Milliseconds of an hour. */
export const HOUR_MS = 60 * 60 * 1000;
