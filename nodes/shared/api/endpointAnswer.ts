import { catalogueOf } from '../../../core/catalogue/catalogue';
import { membersOf } from '../../../core/catalogue/parameters';
import { answerKindOf } from '../../../core/catalogue/reference';
import { eachAlone } from '../../../core/endings/eachAlone';
import { download } from '../../../core/endings/file';
import { many } from '../../../core/endings/many';
import { intoBinary } from '../../../core/fields/binary';
import { shownWhen, type Fields } from '../../../core/fields/field';
import { KEEP_RUNNING, wantsSleep } from '../../../core/fields/whileWaiting';
import { expectedRecord } from '../../../core/http/expected';
import type { Call, Ending, Outcome } from '../../../core/operation/operation';
import type { Api } from './api';
import { assignedTo, idsOf, type Called } from './called';
import { canWake } from './callbackParameter';
import { calledEndpoint } from './calledEndpoint';
import type { CallValues } from './callValues';
import { answersWith } from './endpointField';
import { itemsOf } from './endpointItems';
import { unknownAnswer } from './unknownAnswer';

/** What the catalogue says of an endpoint decides what becomes of its answer, and which of the fields are asked for. */
export function endpointAnswer(api: Api, anyWork: Ending<CallValues>): Ending<CallValues> {
	return {
		...anyWork,
		fields: {
			...shownFor('work', anyWork.fields),
			...shownFor('list', many().fields),
			...shownFor('file', intoBinary.fields),
		},
		options: shownFor('work', anyWork.options, '/'),
		run: async (calls) => (await Promise.all(calls.map(async (call) => await runOne(api, call)))).flat(),
	};
}

/** Shows fields for endpoints that answer in one way. */
function shownFor(kind: Parameters<typeof answersWith>[0], fields: Fields = {}, before = ''): Fields {
	const { endpoint } = answersWith(kind);
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [
			name,
			shownWhen({ [`${before}endpoint`]: endpoint }, field),
		]),
	);
}

async function runOne(api: Api, call: Call<CallValues>): Promise<Outcome[]> {
	const called = calledEndpoint(api, call.values);
	switch (kindOf(called)) {
		case 'list':
			return await many<CallValues>(pagingOf(api, called)).run([call]);
		case 'work':
			return await api.work(called).ends.run([awake(api, called, call)]);
		case 'file':
			return await aFile(called).run([call]);
		case 'one':
			return await oneAnswer(called).run([call]);
		case 'unknown':
			return await unknownAnswer(api, called).run([call]);
	}
}

/** Keeps the execution running where nobody would wake it. */
function awake(api: Api, called: Called, call: Call<CallValues>): Call<CallValues> {
	if (!wantsSleep(call.values) || canWake(api, called)) return call;
	call.hint(
		'Phrase does not call back about this endpoint so that it wakes this execution. So the node kept running, and asked Phrase again and again.',
	);
	return { ...call, values: { ...call.values, ...KEEP_RUNNING } };
}

/** How the answer is read. Where an endpoint has several answers, the user's `accept` chooses among them. */
function kindOf(called: Called) {
	const kind = answerKindOf(called.chosen);
	const { accept = called.chosen.endpoint.headers.find(({ name }) => name === 'Accept')?.default } =
		assignedTo(called.assigned, 'accept');
	return kind === 'file' && accept === 'application/json' ? 'one' : kind;
}

function pagingOf({ product }: Api, { chosen: { endpoint } }: Called) {
	const { pageSize, answers } = endpoint;
	const largest = pageSize !== undefined && 'max' in pageSize.type ? pageSize.type.max : undefined;
	const members = answers.flatMap((type) => membersOf(type, catalogueOf(product)));
	const lists = members.filter(({ type }) => type.kind === 'list').map(({ name }) => name);
	return {
		paged: pageSize !== undefined,
		pageSize: largest,
		at: lists.includes('content') ? 'content' : (lists[0] ?? 'content'),
	};
}

function aFile(called: Called): Ending<CallValues> {
	return {
		run: eachAlone(async (call) => [
			await download(call, call.request(), {
				fallbackName: () => Object.values(idsOf(called)).at(-1) ?? called.chosen.endpoint.id,
				json: () => idsOf(called),
			}),
		]),
	};
}

function oneAnswer(called: Called): Ending<CallValues> {
	return {
		run: eachAlone(async ({ client, request }) => {
			const sent = request();
			const response = await client.send(sent);
			const isEmpty = called.chosen.endpoint.answers.length === 0 || called.chosen.endpoint.open;
			if (!isEmpty && !Array.isArray(response.body)) expectedRecord(response, sent);
			return itemsOf(called, response);
		}),
	};
}
