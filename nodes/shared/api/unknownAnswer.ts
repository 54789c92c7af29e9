import { toFileItem } from '../../../core/endings/file';
import { many } from '../../../core/endings/many';
import { mostWanted } from '../../../core/fields/returnAll';
import { readJson } from '../../../core/http/answer';
import type { PhraseResponse, PhraseStream } from '../../../core/http/client.types';
import { toPhraseError } from '../../../core/http/errors';
import { asNumber, asRecord, asText } from '../../../core/http/read';
import type { Call, Ending, Outcome } from '../../../core/operation/operation';
import type { Api } from './api';
import { idsOf, type Called } from './called';
import type { CallValues } from './callValues';
import { itemsOf } from './endpointItems';

/** An endpoint of which nobody knows what it answers: the answer itself tells. */
export function unknownAnswer(api: Api, called: Called): Ending<CallValues> {
	return {
		run: async (calls) => await Promise.all(calls.map(async (call) => await told(api, called, call))),
	};
}

async function told(api: Api, called: Called, call: Call<CallValues>): Promise<Outcome> {
	// The execution slept because of work, which goes on from there.
	if (call.slept !== undefined) return await outcomeOf(api.work(called).ends, call);
	const request = call.request();
	const stream = await call.client.open(request);
	if (isFile(stream)) {
		const fallbackName = () => Object.values(idsOf(called)).at(-1) ?? 'file';
		return [await toFileItem(call, stream, { fallbackName, json: () => idsOf(called) })];
	}
	const response = await readJson({ ...stream, toError: toPhraseError }, request);
	return await fromJson(api, { called, call }, response);
}

function isFile({ headers }: PhraseStream): boolean {
	const contentType = headers['content-type'];
	const isJson = contentType === undefined || /^application\/([\w.-]+\+)?json\b/i.test(contentType);
	return !isJson || headers['content-disposition'] !== undefined;
}

async function fromJson(
	api: Api,
	{ called, call }: { called: Called; call: Call<CallValues> },
	response: PhraseResponse,
): Promise<Outcome> {
	const { body } = response;
	const { content, totalPages, asyncRequest } = asRecord(body);
	const { endpoint } = called.chosen;
	if (endpoint.method !== 'GET' && asText(asRecord(asyncRequest).id) !== undefined) {
		return await outcomeOf(api.work(called, response).ends, call);
	}
	if (!Array.isArray(content) || totalPages === undefined) return itemsOf(called, response);
	const isWhole = (asNumber(totalPages) ?? 1) <= 1 || content.length >= mostWanted(call.values);
	if (!isWhole && endpoint.reads) return await outcomeOf(many(), call);
	return itemsOf(called, { body: content.slice(0, mostWanted(call.values)) });
}

async function outcomeOf(ending: Ending<CallValues>, call: Call<CallValues>): Promise<Outcome> {
	const [outcome = []] = await ending.run([call]);
	return outcome;
}
