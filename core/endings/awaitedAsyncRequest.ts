import type { IDataObject } from 'n8n-workflow';
import { keeping, simplified, simplifyFields } from '../fields/simplify';
import type { PhraseResponse } from '../http/client.types';
import { PhraseError, toPhraseError } from '../http/errors';
import { asRecord, asRecords, asText } from '../http/read';
import type { Call, Ending } from '../operation/operation';
import type { StartedWork } from '../operation/startedWork';
import { SIMPLE_ASYNC_REQUEST } from '../phrase/asyncRequest';
import { asyncRequestWork } from '../waiting/asyncRequestWork';
import { start } from '../waiting/start';
import { waitDetails } from '../waiting/waitFor';
import { startedWork, startsOne } from './workCourse';

/** How a user goes on with an asynchronous request that was not waited for. */
export const GO_ON = "Wait for it with Asynchronous Request > Wait and its 'asyncRequestId'.";

/** What is said of an asynchronous request besides its id. */
export interface AsyncRequestOptions<V> {
	/** What it is called in messages, `The pre-translation` for instance. */
	name: string;
	/** Members to put beside the answer's own: the ids the user gave, or that Phrase gave to what it makes. */
	add?: (values: V, answer: IDataObject) => IDataObject;
	/** Turns an error of the start into a better one. */
	explain?: (error: unknown, call: Call<V>) => Promise<unknown>;
	/** How a user goes on with it. */
	goOn?: string;
	/** Sends the request and gives the answer, where that is not to wait for room among Phrase's asynchronous requests. */
	send?: (call: Call<V>) => Promise<PhraseResponse>;
}

/**
 * The answer names an asynchronous request, and the item holds its id for a later node.
 */
export function startedAsyncRequest<V>(options: AsyncRequestOptions<V>): Ending<V> {
	return {
		fields: simplifyFields({ simple: simpleStart }),
		run: async (calls) =>
			await Promise.all(
				calls.map(async (call) => {
					const work = await startAsyncRequest(call, options);
					call.started(work);
					return [itemOf(work, call.values)];
				}),
			),
	};
}

/**
 * The answer names an asynchronous request; the operation waits for its end when the user asks for that.
 * @param options.waitName what the switch is called, 'Wait for Completion' for instance
 * @param options.listed the member of the answer that lists the asynchronous requests, where one call may start several
 * @param options.silent whether Phrase takes no URL to call back, so that an execution cannot sleep until the end
 */
export function awaitedAsyncRequest<V>(
	options: AsyncRequestOptions<V> & {
		waitName: string;
		waitDescription: string;
		listed?: string;
		silent?: true;
	},
): Ending<V> {
	const { listed, silent } = options;
	const kind = asyncRequestWork(options.goOn ?? GO_ON);
	const ending = startedWork<V, IDataObject>({
		kind: silent ? { ...kind, calledBack: undefined } : kind,
		starts:
			listed === undefined
				? startsOne(async (call) => await startAsyncRequest(call, options))
				: async (call) => await startListed(call, options, listed),
		choice: {
			name: options.waitName,
			description: options.waitDescription,
			started: ({ values }, work) => [itemOf(work, values)],
		},
		collect: async ({ values }, { work, state, ...polling }) => {
			const ended = { ...work, answer: { ...work.answer, asyncRequest: state } };
			const { json } = itemOf(ended, values);
			return await Promise.resolve([{ json: { ...json, ...waitDetails(values, polling) } }]);
		},
	});
	return { ...ending, fields: { ...ending.fields, ...simplifyFields({ simple: simpleStart }) } };
}

/** The operation waits for an asynchronous request that an earlier node started; for several of them together. */
export function finishedAsyncRequest<V extends { asyncRequestId: string }>(): Ending<V> {
	const kind = asyncRequestWork(GO_ON);
	const ending = startedWork<V, IDataObject>({
		kind,
		given: kind,
		starts: startsOne(async ({ values }) => await Promise.resolve(givenAsyncRequest(values.asyncRequestId))),
		collect: async ({ values }, { work, state, ...polling }) =>
			await Promise.resolve([
				{
					json: {
						...work.about,
						...simplified(state, values, SIMPLE_ASYNC_REQUEST),
						...waitDetails(values, polling),
					},
				},
			]),
	});
	return {
		...ending,
		fields: { ...ending.fields, ...simplifyFields({ simple: SIMPLE_ASYNC_REQUEST }) },
		handsOn: true,
	};
}

/** An asynchronous request that an earlier node started. */
export function givenAsyncRequest(asyncRequestId: string, about: IDataObject = {}): StartedWork {
	return { name: `Asynchronous request ${asyncRequestId}`, about: { ...about, asyncRequestId }, answer: {} };
}

/**
 * Sends the request of a call that starts an asynchronous request, or another one.
 * @throws PhraseError when Phrase refuses it, or names no asynchronous request
 */
export async function startAsyncRequest<V>(
	call: Call<V>,
	{ name, add, explain, send = async () => await start(call, request) }: AsyncRequestOptions<V>,
	request = call.request,
): Promise<StartedWork> {
	const { body } = await send(call).catch(async (error: unknown) => {
		throw (await explain?.(error, call)) ?? error;
	});
	return workOf(asRecord(body), name, (answer) => add?.(call.values, answer) ?? {});
}

/**
 * Sends a request whose answer lists the asynchronous requests that it started.
 * @throws PhraseError when Phrase refuses it, or lists none
 */
async function startListed<V>(
	call: Call<V>,
	{ name, add = () => ({}) }: AsyncRequestOptions<V>,
	listed: string,
): Promise<Array<() => Promise<StartedWork>>> {
	const answer = asRecord((await start(call, call.request)).body);
	const entries = asRecords(answer[listed]);
	if (entries.length === 0) throw namesNone(add(call.values, answer));
	return entries.map((entry) => {
		try {
			const work = workOf(entry, name, (one) => add(call.values, one));
			// All of them go on in Phrase, whatever comes of the first.
			call.started(work);
			return async () => await Promise.resolve(work);
		} catch (error) {
			return async () => await Promise.reject(toPhraseError(error));
		}
	});
}

function workOf(answer: IDataObject, name: string, add: (answer: IDataObject) => IDataObject): StartedWork {
	const about = add(answer);
	return { name, about: { ...about, asyncRequestId: asyncRequestIdOf(answer, about) }, answer };
}

/** The item of an asynchronous request that the operation has started. */
function itemOf({ about, answer }: StartedWork, values: unknown) {
	return { json: { ...about, ...simplified(answer, values, simpleStart) } };
}

/** The simplified version of an answer that started an asynchronous request: that request alone. */
function simpleStart({ asyncRequest, ...bare }: IDataObject): IDataObject {
	if (asyncRequest === undefined) return keeping(SIMPLE_ASYNC_REQUEST, bare);
	return { asyncRequest: keeping(SIMPLE_ASYNC_REQUEST, asRecord(asyncRequest)) };
}

/**
 * The id of the asynchronous request in an answer that started one. Most endpoints wrap the request; `evaluateQuality`
 * and others answer it as it is.
 * @throws PhraseError when the answer names none
 */
function asyncRequestIdOf(answer: IDataObject, about: IDataObject): string {
	const id = asText(asRecord(answer.asyncRequest ?? answer).id);
	if (id === undefined) throw namesNone(about);
	return id;
}

function namesNone(about: IDataObject): PhraseError {
	return new PhraseError({
		kind: 'unusable',
		message: 'Phrase took the call but named no asynchronous request',
		description: 'Look in Phrase whether it started the work before you run this again.',
		about,
	});
}
