import type { IDataObject } from 'n8n-workflow';
import { waitField, waitOptions, wantsToWait } from '../fields/waitOptions';
import { asRecord } from '../http/read';
import { asyncRequestIdOf } from './exportedFile';
import type { Ending } from '../operation/operation';
import { start, waitDetails, waitForAsyncRequest } from '../waiting/waitForAsyncRequest';
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

/** The operation polls an asynchronous request until it has ended; several of them together. */
export function finishedAsyncRequest<V extends { asyncRequestId: string }>(): Ending<V> {
	return {
		options: waitOptions,
		run: eachAlone(async (call) => {
			const { asyncRequestId } = call.values;
			const finished = await waitForAsyncRequest(call, asyncRequestId, { justStarted: false });
			return [{ json: { asyncRequestId, ...finished.asyncRequest, ...waitDetails(call.values, finished) } }];
		}),
	};
}
