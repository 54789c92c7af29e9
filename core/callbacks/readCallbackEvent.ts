import type { IDataObject } from 'n8n-workflow';

import type { CallbackContext } from './callbackUrl';
import { readAsyncRequest } from './readers/asyncRequest';
import type { CallbackEvent } from './callbackEvent';
import { looksLikeConnectorTask, readConnectorTask } from './readers/connectorTask';
import { readFileTranslation } from './readers/fileTranslation';

/**
 * Reads what a callback says, leniently: a body of a shape nobody knows is an event of the kind `unknown`.
 *
 * Phrase documents the body of a TMS async callback only. For the two others the `kind` in the URL's context,
 * where there is one, counts more than the shape.
 *
 * @param body the parsed body
 * @param context what the callback's URL says about the call it was made for
 */
export function readCallbackEvent(body: IDataObject, context: CallbackContext): CallbackEvent {
	const event = readAsyncRequest(body) ?? readFileTranslation(body);
	if (context.kind === 'connectorTask')
		return { ...(event ?? readConnectorTask(body)), kind: 'connectorTask' };
	if (event !== undefined) return event;
	if (looksLikeConnectorTask(body)) return readConnectorTask(body);
	const kind = context.kind === 'fileTranslation' ? 'fileTranslation' : 'unknown';
	return { kind, action: null, succeeded: null };
}
