import type { IDataObject } from 'n8n-workflow';

import type { PhraseClient } from '../../core/http/client.types';
import type { NodeLog } from '../shared/trigger/log';
import type { PollSettings } from './settings';

/** Something that has happened: what names it, and JSON of the item that tells of it. */
export interface Happened {
	key: string;
	json: IDataObject;
}

/** What it takes to look at what has happened. */
export interface Look {
	client: PhraseClient;
	settings: PollSettings;
	log: NodeLog;
	/** When it is, ms since 1970. */
	now: number;
}

/** Milliseconds of an hour. */
export const HOUR_MS = 60 * 60 * 1000;
