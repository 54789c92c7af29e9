import { exampleOf } from '../../core/catalogue/example';
import type { ContractOperation } from '../contract';
import { contentFile, takeUpload } from '../files';
import { download, param, single, type Answer, type Call, type Handler } from '../http/call';
import { presentAsyncRequest } from '../model/asyncRequest';
import { spendDownload } from '../state/asyncRequest';
import type { World } from '../world';
import { isStarted, startWork } from './startWork';

/** Says that an answer is an example, and nothing came of the call. */
const MARK = { 'x-sandbox-example': 'true' };

/**
 * Serves an endpoint that has no behavior of its own: by an example of its answer, which is marked as one. What starts
 * asynchronous requests does start them, and an id that works once is spent.
 */
export function exampleHandler(operation: ContractOperation): Handler {
	const { endpoint, mediaTypes } = operation;
	return async (call, world) => {
		if (mediaTypes.includes('application/octet-stream') && call.body === undefined) {
			await takeUpload('', call.upload);
		}
		if (endpoint.once) spendDownload(world.asyncRequests.get(param(call, 'asyncRequestId')), world.log);
		const { headers, ...answer } = answerOf(operation, call, world);
		return { ...answer, headers: { ...headers, ...MARK } };
	};
}

function answerOf(operation: ContractOperation, call: Call, world: World): Answer {
	const { endpoint, answer, answersFile, catalogue } = operation;
	if (answersFile && (!answer || wantsFile(call))) {
		const type = (single(call, 'format') ?? 'txt').toLowerCase();
		return download(contentFile(`example.${type}`, Buffer.from('This is an example.\n')));
	}
	if (!answer) return {};
	const json = exampleOf(answer, catalogue);
	if (!isStarted(endpoint)) return { json };
	return { json: withStarted(json, endpoint.starts, presentAsyncRequest(startWork(endpoint, call, world))) };
}

function wantsFile({ headers: { accept = '' } }: Call): boolean {
	return accept.includes('application/octet-stream') && !accept.includes('application/json');
}

/**
 * Puts what was started into an example, as far as the example has room for it.
 *
 * @param where - `asyncRequest`, `analyses[].asyncRequest`, or `.` when the example is all of it
 */
function withStarted(example: unknown, where: string, started: Record<string, unknown>): unknown {
	if (where === '.') {
		return Object.fromEntries(Object.entries(started).filter(([name]) => name in (example as object)));
	}
	const [, name = where, isList, rest = '.'] = /^(\w+)(\[\])?(?:\.(.+))?$/.exec(where) ?? [];
	const holder = example as Record<string, unknown>;
	const held = holder[name];
	const value = isList
		? (held as unknown[]).map((one) => withStarted(one, rest, started))
		: withStarted(held, rest, started);
	return { ...holder, [name]: value };
}
