import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../lenient';
import { asRecord, asText } from '../../http/read';
import { restStatus } from './jobStatus';
import type { WebhookEvent } from './readEvent';
import { isKnownEvent } from './webhookEvents';

/**
 * Makes the JSON of an event's items: one for each job part, and one for an event that is about no jobs.
 *
 * Beside what the body says, kept as received, an item tells what workflows ask for, wherever the kind of event has
 * it: `projectUid`, `jobUid`, `project`, and `job`, whose `filename` and `status` are those of the REST API.
 */
export function eventItems({ event, eventUid, timestamp, body }: WebhookEvent): IDataObject[] {
	const { parts, others } = jobParts(body);
	const envelope = {
		event,
		known: isKnownEvent(event),
		eventUid,
		timestamp: timestamp === null ? null : new Date(timestamp * 1000).toISOString(),
	};
	return parts.map((part) => {
		const read = { ...envelope, ...about(body, part) };
		return { ...read, ...without(others, Object.keys(read)) };
	});
}

/** The job parts that an event is about, undefined for none, and the body without them. */
function jobParts(body: IDataObject): { parts: Array<IDataObject | undefined>; others: IDataObject } {
	const { jobParts: list, jobPart: single } = body;
	// What is no list of objects cannot be told apart; it stays in the item as received.
	if (isListOfObjects(list)) return { parts: list, others: without(body, ['jobParts']) };
	if (isJsonObject(single)) return { parts: [single], others: without(body, ['jobPart']) };
	return { parts: [undefined], others: body };
}

function isListOfObjects(value: unknown): value is IDataObject[] {
	return Array.isArray(value) && value.length > 0 && value.every(isJsonObject);
}

/** What an item is about; what does not apply is absent. */
function about(body: IDataObject, part: IDataObject | undefined): IDataObject {
	const project = [body.project, asRecord(body.metadata).project, part?.project].find(isJsonObject);
	const projectUid = asText(project?.uid);
	const jobUid = asText(part?.uid);
	return {
		...(projectUid !== undefined && { projectUid }),
		...(jobUid !== undefined && { jobUid }),
		...(part !== undefined && { job: jobOf(part) }),
		...(project !== undefined && { project }),
	};
}

/** A job part in the words of the REST API, the webhook's own beside them. */
function jobOf(part: IDataObject): IDataObject {
	const { fileName, status } = part;
	return {
		...part,
		...(fileName !== undefined && { filename: fileName }),
		...(typeof status === 'string' && { status: restStatus(status), webhookStatus: status }),
	};
}

function without(object: IDataObject, names: string[]): IDataObject {
	return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
