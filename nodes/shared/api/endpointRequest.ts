import type { Endpoint } from '../../../core/catalogue/endpoint';
import { ParameterError } from '../../../core/http/errors';
import { ANY_FILE } from '../../../core/http/fileAnswer';
import { contentDisposition } from '../../../core/http/fileName';
import { asciiJson } from '../../../core/http/jsonBody';
import {
	requestAt,
	type ByteSource,
	type Part,
	type PhraseRequest,
	type QueryValue,
	type Repeat,
} from '../../../core/http/request';
import type { RequestTools } from '../../../core/operation/operation';
import { answerKindOf } from '../../../core/catalogue/reference';
import type { Api } from './api';
import { callbackParameter } from './callbackParameter';
import { assignedTo, idsOf, type Called } from './called';
import { calledEndpoint } from './calledEndpoint';
import type { CallValues } from './callValues';

/**
 * Makes the request of API > Call.
 * @throws ParameterError when something is missing, or cannot be used
 */
export function endpointRequest(api: Api, values: CallValues, tools: RequestTools): PhraseRequest {
	const given = calledEndpoint(api, values);
	const called = { ...given, assigned: [...given.assigned, ...callbackParameter(api, given, values, tools)] };
	const { endpoint, search } = called.chosen;
	const { assigned } = called;
	const at = { method: endpoint.method, template: endpoint.path, repeat: repeatOf(endpoint) };
	const { accept = acceptedFrom(called), ...others } = assignedTo(assigned, 'accept');
	const request = requestAt(at, idsOf(called))
		.query(queryIn(search))
		.query(asQuery(assignedTo(assigned, 'wholeQuery').query ?? {}))
		.query(asQuery({ ...assignedTo(assigned, 'query'), ...others }))
		.accepting(String(accept));
	return withBody(withHeaders(request, called), called);
}

/** POST and PATCH are only sent again when Phrase certainly did nothing, unless the endpoint changes nothing. */
function repeatOf({ method, once, reads, starts }: Endpoint): Repeat {
	if (once) return 'never';
	if (reads) return 'always';
	return starts === undefined && (method === 'PUT' || method === 'DELETE') ? 'always' : 'refused';
}

function acceptedFrom({ chosen }: Called): string {
	const kind = answerKindOf(chosen);
	if (kind === 'file') return ANY_FILE;
	return kind === 'unknown' ? 'application/json, */*;q=0.8' : 'application/json';
}

/** A query as it stands in an address; a name may be there several times. */
function queryIn(search: string): Record<string, QueryValue> {
	const query = new URLSearchParams(search);
	return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

function asQuery(values: object): Record<string, QueryValue> {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			typeof value === 'object' && value !== null && !Array.isArray(value)
				? JSON.stringify(value)
				: (value as QueryValue),
		]),
	);
}

function withHeaders(request: PhraseRequest, { chosen: { endpoint }, assigned }: Called): PhraseRequest {
	const plain = Object.entries(assignedTo(assigned, 'header'));
	const json = endpoint.headers
		.filter(({ type }) => type.kind === 'named')
		.map(({ name }) => [name, asciiJson(assignedTo(assigned, 'headerJson', name))] as const);
	return [...plain, ...json].reduce((all, [name, value]) => all.header(name, String(value)), request);
}

function withBody(request: PhraseRequest, called: Called): PhraseRequest {
	const { endpoint } = called.chosen;
	if (endpoint.form.length > 0) return request.multipart(partsOf(called));
	const [bytes] = called.files.file ?? [];
	return bytes === undefined ? withJson(request, called) : withBytes(request, called, bytes);
}

function partsOf({ chosen: { endpoint }, assigned, files }: Called): Part[] {
	return endpoint.form.flatMap(({ name, type }): Part[] =>
		type.kind === 'named'
			? [{ name, json: assignedTo(assigned, 'partJson', name) }]
			: (files[name] ?? []).map((file) => ({ name, file, contentType: 'application/octet-stream' })),
	);
}

/** @throws ParameterError when there is JSON besides */
function withBytes(request: PhraseRequest, { chosen, assigned }: Called, bytes: ByteSource): PhraseRequest {
	const others = Object.keys(assignedTo(assigned, 'body'));
	if (others.length > 0) {
		throw new ParameterError(
			`'Parameters': 'file' and '${others.join("', '")}' exclude each other: give one of them`,
		);
	}
	const isNamed = chosen.endpoint.headers.some(({ name }) => name === 'Content-Disposition');
	const { fileName = bytes.fileName } = assignedTo(assigned, 'fileName');
	const named = isNamed
		? request.header('Content-Disposition', contentDisposition(String(fileName)))
		: request;
	return named.bytes(bytes);
}

/** @throws ParameterError when the body has to be a file or JSON, and neither was given */
function withJson(request: PhraseRequest, { chosen: { endpoint }, assigned }: Called): PhraseRequest {
	const members = assignedTo(assigned, 'body');
	const { body = {} } = assignedTo(assigned, 'wholeBody');
	if (Array.isArray(body)) return request.exactJson(body);
	const json = { ...(body as object), ...members };
	if (Object.keys(json).length > 0) return request.exactJson(json);
	if (endpoint.body?.required !== true) return request;
	if (endpoint.body.types.every(({ kind }) => kind !== 'file')) return request.exactJson(json);
	throw new ParameterError("'Parameters', at 'file': must not be empty");
}
