import type { IDataObject } from 'n8n-workflow';
import { isFinished, throwIfUnsuccessful } from '../../async/asyncRequest';
import { waitField, waitOptions, wantsToWait } from '../../fields/waiting';
import { asRecord, asText } from '../../http/read';
import { asyncRequestIdOf } from '../exportedFile';
import type { Ending } from '../operation';
import { start, waitDetails, waitForAsyncRequest } from '../waiting';
import { eachAlone } from './eachAlone';

/**
 * The answer names an asynchronous request, and the item holds its id for a later node.
 * @param options.add members to put beside the answer's own, such as the ids the user gave
 */
export function startedAsyncRequest<V>(options: { add?: (values: V) => IDataObject } = {}): Ending<V> {
	return {
		run: eachAlone(async (call) => {
			const answer = asRecord((await start(call)).body);
			return [
				{ json: { ...options.add?.(call.values), asyncRequestId: asyncRequestIdOf(answer), ...answer } },
			];
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
		options: waitOptions,
		run: eachAlone(async (call) => {
			const { values } = call;
			const answer = await start(call).catch(async (error: unknown) => {
				throw (await options.explain?.(error, call)) ?? error;
			});
			const started = asRecord(answer.body);
			const asyncRequestId = asyncRequestIdOf(started);
			const json = { ...options.add?.(values), asyncRequestId, ...started };
			if (!wantsToWait(values)) return [{ json }];
			const finished = await waitForAsyncRequest(call, asyncRequestId, { justStarted: true });
			const { asyncRequest } = finished;
			return [{ json: { ...json, asyncRequest, ...waitDetails(values, finished) } }];
		}),
	};
}

/** The answer is an asynchronous request; the operation polls it until it has ended. */
export function finishedAsyncRequest<V>(): Ending<V> {
	return {
		options: waitOptions,
		run: eachAlone(async (call) => {
			const { client, request, values } = call;
			const first = asRecord((await client.send(request())).body);
			const asyncRequestId = asText(first.id) ?? '';
			if (isFinished(first)) {
				throwIfUnsuccessful(first);
				return [{ json: { asyncRequestId, ...first, ...waitDetails(values, { polls: 1, elapsedMs: 0 }) } }];
			}
			const finished = await waitForAsyncRequest(call, asyncRequestId, { justStarted: true });
			const details = waitDetails(values, { polls: 1, elapsedMs: 0 }, finished);
			return [{ json: { asyncRequestId, ...finished.asyncRequest, ...details } }];
		}),
	};
}
