import { createHash } from 'node:crypto';

import type { CallbackEvent } from '../../core/callbacks/callbackEvent';
import type { ReceivedCallback } from '../../core/callbacks/readCallback';

/**
 * Names what a callback tells, the same for each delivery of it.
 *
 * A signed URL counts with the work that it names and its outcome: nobody who has another URL can make the callback of
 * this one count as a repetition. Of an unsigned one nothing is proven, so that only the very same call counts as one,
 * with the same body at the same URL.
 *
 * @param query of the URL that the call came in on
 * @returns undefined when the callback does not say which piece of work it is about
 */
export function keyOf(
	{ event, signed, body, context }: ReceivedCallback,
	query: Readonly<Record<string, unknown>>,
): string | undefined {
	const id = idOf(event);
	if (id === undefined) return undefined;
	const outcome = event.succeeded === null || !signed ? body : event.succeeded;
	const url = signed ? context : query;
	const told = createHash('sha256')
		.update(JSON.stringify([url, outcome]))
		.digest('base64url');
	return `${event.kind} ${id} ${told}`;
}

function idOf({ asyncRequestId, taskId, fileTranslationUid }: CallbackEvent): string | undefined {
	return asyncRequestId ?? taskId ?? fileTranslationUid;
}
