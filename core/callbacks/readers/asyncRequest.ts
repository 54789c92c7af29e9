import { z } from 'zod/v4';
import { onFirstUse } from '../../http/onFirstUse';

import type { CallbackEvent } from '../callbackEvent';
import { identifier, text, objects } from '../../phrase/lenient';

const asyncResponseShape = onFirstUse(() =>
	z.looseObject({
		/** Kept whatever its type: something in it means that the work did not simply succeed. */
		errorCode: z.unknown(),
		errorDesc: text(),
		errorDetails: objects(),
	}),
);

const bodyShape = onFirstUse(() =>
	z.looseObject({
		asyncRequest: z.looseObject({
			id: identifier(),
			action: text(),
			asyncResponse: asyncResponseShape().nullish().catch(null),
		}),
	}),
);

/**
 * Reads the callback of a TMS async request: `asyncRequest` as `GET /api2/v1/async/{asyncRequestId}` gives it,
 * and one more key that depends on the action. Failure shows in `asyncRequest.asyncResponse.errorCode` only.
 * Source: "Asynchronous APIs" of Phrase's help centre; getAsyncRequest.
 *
 * @returns undefined when the body is not of this kind
 */
export function readAsyncRequest(body: unknown): CallbackEvent | undefined {
	const { data } = bodyShape().safeParse(body);
	if (data === undefined) return undefined;
	const { id, action, asyncResponse } = data.asyncRequest;
	return { kind: 'asyncRequest', action, asyncRequestId: id, ...outcomeOf(asyncResponse) };
}

function outcomeOf(
	response: z.infer<ReturnType<typeof asyncResponseShape>> | null | undefined,
): Pick<CallbackEvent, 'succeeded' | 'error'> {
	if (!response) return { succeeded: null };
	const { errorCode, errorDesc, errorDetails } = response;
	if (errorCode === undefined || errorCode === null) return { succeeded: true };
	if (typeof errorCode !== 'string' || errorCode === '') return { succeeded: null };
	return { succeeded: false, error: { errorCode, message: errorDesc, details: errorDetails } };
}
