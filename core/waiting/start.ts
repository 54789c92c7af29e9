import type { PhraseResponse } from '../http/client.types';
import type { PhraseRequest } from '../http/request';
import type { Call } from '../operation/operation';
import { deadlineOf } from './deadline';
import { startGate } from './startGate';

/**
 * Sends a request that starts work which Phrase counts against its limit of asynchronous requests, as soon as there is
 * room.
 *
 * @param request makes the request; called again when Phrase had no room for it
 * @throws PhraseError when Phrase refuses it, or has no room within the item's time
 */
export async function start(
	call: Call<unknown>,
	request: () => PhraseRequest = call.request,
): Promise<PhraseResponse> {
	return await startGate(call.client).start(
		async () => await call.client.send(request()),
		{
			signal: call.signal,
			until: deadlineOf(call),
			onFull: (limit) =>
				call.hint(
					`Phrase allows ${limit} asynchronous requests at the same time, and so many were pending. ` +
						'The node started further ones when others had ended.',
				),
		},
		async (wait) => await call.slots.stepBack(wait),
	);
}
