import type { IDataObject } from 'n8n-workflow';

import type { ReceivedCallback } from '../../core/callbacks/readCallback';

/** What the context of a URL names that other nodes ask for. */
const IDS = ['projectUid', 'jobUid', 'connectorId', 'downloadTaskId', 'fileTranslationUid'];

/**
 * The JSON of a callback's item. What the nodes after it ask for stands at the top only when it is proven. In
 * a context that nobody has signed, whoever knows the URL could name a job of their choice.
 */
export function callbackItem({ event, context, signed, body }: ReceivedCallback): IDataObject {
	const ids = Object.entries(context).filter(([name]) => signed && IDS.includes(name));
	return { ...Object.fromEntries(ids), ...event, context, signed, body };
}
