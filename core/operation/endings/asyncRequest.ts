import type { IDataObject } from 'n8n-workflow';
import { throwIfUnsuccessful, isFinished, waitForAsyncRequest } from '../../async/asyncRequest';
import { timeLimit, timeLimitMs, waitField, wantsToWait } from '../../fields/waiting';
import { PhraseError } from '../../http/error';
import { asRecord, asText } from '../../http/read';
import type { Ending } from '../operation';
import { eachAlone } from './eachAlone';

/**
 * The answer names an asynchronous request, and the item holds its id for a later node.
 * @param options.add members to put beside the answer's own, such as the ids the user gave
 */
export function startedAsyncRequest<V>(options: { add?: (values: V) => IDataObject } = {}): Ending<V> {
	return {
		run: eachAlone(async ({ client, request, values }) => {
			const answer = asRecord((await client.send(request())).body);
			return [{ json: { ...options.add?.(values), asyncRequestId: asyncRequestIdOf(answer), ...answer } }];
		}),
	};
}

/**
 * The answer names an asynchronous request; the operation waits for its end when the user asks for that.
 * @param options.waitName what the switch is called, 'Wait for Completion' for instance
 * @param options.add members to put beside the answer's own
 * @param options.explain turns an error of the start into a better one
 */
export function awaitedAsyncRequest<V>(options: {
	waitName: string;
	waitDescription: string;
	add?: (values: V) => IDataObject;
	explain?: (error: unknown, call: Parameters<Ending<V>['run']>[0][number]) => Promise<unknown>;
}): Ending<V> {
	return {
		fields: { waitForCompletion: waitField(options.waitName, options.waitDescription) },
		options: { timeLimit },
		run: eachAlone(async (call) => {
			const { client, request, signal, values } = call;
			const answer = await client.send(request()).catch(async (error: unknown) => {
				throw (await options.explain?.(error, call)) ?? error;
			});
			const started = asRecord(answer.body);
			const asyncRequestId = asyncRequestIdOf(started);
			const finished = wantsToWait(values)
				? await waitForAsyncRequest(asyncRequestId, { client, signal, limitMs: timeLimitMs(values) })
				: asRecord(started.asyncRequest);
			return [{ json: { ...options.add?.(values), asyncRequestId, ...started, asyncRequest: finished } }];
		}),
	};
}

/** The answer is an asynchronous request; the operation polls it until it has ended. */
export function finishedAsyncRequest<V>(): Ending<V> {
	return {
		options: { timeLimit },
		run: eachAlone(async ({ client, request, signal, values }) => {
			const first = asRecord((await client.send(request())).body);
			if (isFinished(first)) {
				throwIfUnsuccessful(first);
				return [{ json: first }];
			}
			const id = asText(first.id) ?? '';
			return [{ json: await waitForAsyncRequest(id, { client, signal, limitMs: timeLimitMs(values) }) }];
		}),
	};
}

/**
 * The id of the asynchronous request in an answer that started one.
 * @throws PhraseError when the answer names none
 */
export function asyncRequestIdOf(answer: IDataObject): string {
	const id = asText(asRecord(answer.asyncRequest).id);
	if (id === undefined) {
		throw new PhraseError({
			message: 'Phrase took the call but named no asynchronous request',
			description: 'Look in Phrase whether the work was started before you run this again.',
		});
	}
	return id;
}
