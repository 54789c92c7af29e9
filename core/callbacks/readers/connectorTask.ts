import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { onFirstUse } from '../../http/onFirstUse';

import type { CallbackEvent } from '../callbackEvent';
import { identifier, objects, text } from '../../phrase/lenient';

/** Values of a connector task's `action`. Source: `AsyncFileOpResponseDto`, asynchronous download of a file. */
const TASK_ACTIONS = [
	'GUI_UPLOAD',
	'GUI_DOWNLOAD',
	'GUI_REIMPORT',
	'GUI_REIMPORT_TARGET',
	'CJ_UPLOAD',
	'CJ_DOWNLOAD',
	'APC_UPLOAD',
	'APC_DOWNLOAD',
	'API_UPLOAD',
	'API_DOWNLOAD',
	'SUBMITTER_PORTAL_DOWNLOAD',
];

const optionalIdentifier = () => identifier().optional().catch(undefined);

const bodyShape = onFirstUse(() =>
	z.looseObject({
		id: optionalIdentifier(),
		taskId: optionalIdentifier(),
		asyncTaskId: optionalIdentifier(),
		action: text(),
		errorCode: text(),
		errorMessage: text(),
		error: text(),
		errors: objects(),
	}),
);

/**
 * Reads the callback of a connector task as far as it can be read: Phrase does not document its body.
 * A sign of failure is taken for one; success is never concluded, for want of a documented sign.
 *
 * @param body an object
 */
export function readConnectorTask(body: IDataObject): CallbackEvent {
	const { id, taskId, asyncTaskId, action, errorCode, errorMessage, error, errors } = bodyShape().parse(body);
	const event: CallbackEvent = { kind: 'connectorTask', action, succeeded: null };
	const task = taskId ?? asyncTaskId ?? id;
	if (task !== undefined) event.taskId = task;

	if (errorCode ?? errorMessage ?? error ?? errors[0]) {
		event.succeeded = false;
		event.error = { errorCode, message: errorMessage ?? error, details: errors };
	}
	return event;
}

/** Whether a body that came without a context looks like a connector task's. */
export function looksLikeConnectorTask(body: IDataObject): boolean {
	const { taskId, asyncTaskId, action } = bodyShape().parse(body);
	return (taskId ?? asyncTaskId) !== undefined || (action !== null && TASK_ACTIONS.includes(action));
}
