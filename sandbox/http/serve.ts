import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Contract, ContractOperation } from '../contract';
import { ApiError, errorBody, type Product } from '../errors';
import type { ActiveFault } from '../faults';
import type { LoggedRequest } from '../requestLog';
import { ConnectorError } from '../state/connector';
import type { World } from '../world';
import type { Answer, Call, Handler } from './call';
import { readBody } from './body';
import type { FoundRoute, Router } from './router';
import { dropConnection, faultResponse, jsonResponse, send, type WireResponse } from './wire';

/** An operation of a contract and what serves it. */
export interface Route {
	contract: Contract;
	operation: ContractOperation;
	handler: Handler;
}

/**
 * Serves one API request from its arrival to its last byte: log, fault, latency, token, contract, handler,
 * contract again.
 *
 * @param router - finds nothing for a path that no contract has
 */
export async function serve(
	router: Router,
	request: FastifyRequest,
	reply: FastifyReply,
	world: World,
): Promise<void> {
	const [path = ''] = request.url.split('?');
	const route = router.find(request.method, path);
	const entry = beginLog(route, request, reply, world);
	const product = route?.contract.product ?? productOf(entry.path);
	const fault = pickFault(entry, world);
	const action = fault?.do;
	if (action && 'reset' in action && action.reset === 'before') {
		dropConnection(reply);
		return;
	}
	await world.clock.sleep(world.config.serviceTimeMs);
	const toldByFault =
		action && 'status' in action ? faultResponse(action, faultBody(product, action.status)) : undefined;
	const performed = !action || !('status' in action) || action.performed === true;
	const response = performed ? await respond(route, product, request, world, entry) : undefined;
	if (action && 'reset' in action) {
		dropConnection(reply);
		return;
	}
	const told = toldByFault ?? response;
	if (!told) throw new Error('a request was neither served nor refused');
	told.headers['memsource-action-id'] = randomUUID();
	await send(reply, told, action, world.clock);
}

function beginLog(
	route: Route | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
	{ log }: World,
): LoggedRequest {
	const [path = '', query = ''] = request.url.split('?');
	const { method, headers } = request;
	const operationId = route?.operation.operationId;
	const entry = log.begin({ method, path, query, headers, operationId }, request.raw.socket);
	reply.raw.once('close', () => log.end(entry, reply.raw.headersSent ? reply.raw.statusCode : 0));
	return entry;
}

function pickFault(entry: LoggedRequest, { faults, log }: World): ActiveFault | undefined {
	const fault = faults.pick(entry.method, entry.path);
	if (fault) {
		entry.faultId = fault.id;
		log.count('faults');
	}
	return fault;
}

/** Serves the request and checks the answer; every failure becomes an answer too. */
async function respond(
	route: FoundRoute | undefined,
	product: Product,
	request: FastifyRequest,
	world: World,
	entry: LoggedRequest,
): Promise<WireResponse> {
	if (!route) return refuseUnknownPath(product, entry, world);
	let answer: Answer;
	let { status } = route.operation;
	try {
		authorize(route, request, world);
		const call = await checkedCall(route, request, world, entry);
		answer = await route.handler(call, world);
	} catch (error) {
		if (!request.raw.complete && request.raw.destroyed) return clientGone(product);
		if (!(error instanceof ApiError)) return breakDown(product, String(error), entry, world);
		status = error.status;
		answer = { json: errorJson(product, error) };
	}
	const mediaType = answer.file
		? 'application/octet-stream'
		: answer.json === undefined
			? undefined
			: 'application/json';
	const violation =
		status < 400 ? route.contract.checkAnswer(route.operation, mediaType, answer.json) : undefined;
	if (violation !== undefined) return breakDown(product, violation, entry, world);
	const body =
		answer.file ?? (answer.json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(answer.json)));
	return { status, headers: { ...answer.headers }, mediaType, body };
}

/** @throws ApiError 401 */
function authorize({ contract, operation }: Route, request: FastifyRequest, { tokens, log }: World): void {
	if (!operation.secured || contract.product === 'platform') return;
	try {
		tokens.use(contract.product, request.headers.authorization);
	} catch (error) {
		log.count('unauthorized');
		throw error;
	}
}

/** @throws ApiError when the request breaks the contract, which is also counted */
async function checkedCall(
	{ contract, operation, params }: FoundRoute,
	request: FastifyRequest,
	{ log }: World,
	entry: LoggedRequest,
): Promise<Call> {
	const query = { ...(request.query as Call['query']) };
	const { headers } = request;
	try {
		const { body, file } = await readBody(operation, request.raw);
		const { jsonHeaders, unknownMembers } = contract.checkRequest(operation, {
			path: params,
			query,
			headers,
			body,
		});
		if (unknownMembers.length > 0) {
			entry.unknownMembers = unknownMembers;
			log.count('unknownMembers', unknownMembers.length);
		}
		return { params, query, headers, jsonHeaders, body, upload: request.raw, file };
	} catch (error) {
		if (error instanceof ApiError) {
			entry.contractViolation = error.description;
			log.count('contractViolations');
		}
		throw error;
	}
}

function refuseUnknownPath(product: Product, entry: LoggedRequest, { log }: World): WireResponse {
	entry.contractViolation = `${entry.method} ${entry.path} is not in the contract`;
	log.count('contractViolations');
	return jsonResponse(404, errorBody(product, new ApiError(404, 'NotFound', entry.contractViolation)));
}

/** For a client that broke off its own upload; nobody will read it, and it is nobody's mistake. */
function clientGone(product: Product): WireResponse {
	return jsonResponse(
		400,
		errorBody(product, new ApiError(400, 'UploadIncomplete', 'The upload broke off.')),
	);
}

/** The sandbox itself failed: a bug, which must not look like an answer of Phrase. */
function breakDown(product: Product, why: string, entry: LoggedRequest, { log }: World): WireResponse {
	entry.responseViolation = why;
	log.count('responseViolations');
	return jsonResponse(
		500,
		errorBody(product, new ApiError(500, 'SandboxError', `The sandbox failed: ${why}`)),
	);
}

function errorJson(product: Product, error: ApiError): unknown {
	if (error instanceof ConnectorError)
		return { errors: [{ code: error.code, message: error.description, args: {} }] };
	return errorBody(product, error);
}

function faultBody(product: Product, status: number): unknown {
	return errorBody(
		product,
		new ApiError(status, status === 429 ? 'TooManyRequests' : 'SandboxFault', `Fault ${status}.`),
	);
}

function productOf(path: string): Product {
	if (path.startsWith('/smt/')) return 'languageAi';
	return path.startsWith('/idm/') ? 'platform' : 'tms';
}
