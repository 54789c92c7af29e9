import type { IncomingHttpHeaders } from 'node:http';
import type { SandboxFile } from '../files';
import type { World } from '../world';

/**
 * A request that the contract has passed. Its members have the types the contract gives them, so the
 * handlers name those types without checking again.
 */
export interface Call {
	/** Path parameters, decoded. */
	params: Record<string, string>;
	query: Record<string, string | string[]>;
	headers: IncomingHttpHeaders;
	/** Header parameters that hold JSON, parsed, by lower-case name. */
	jsonHeaders: Record<string, unknown>;
	/** Parsed JSON, form or multipart fields. */
	body: unknown;
	/** The bytes of an `application/octet-stream` body; to be read by the handler. */
	upload: AsyncIterable<Buffer>;
	/** The file part of a multipart body; the last one when there are several. */
	file?: SandboxFile;
}

/** What a handler answers. */
export interface Answer {
	/** JSON body. */
	json?: unknown;
	/** File body, sent as a stream. */
	file?: SandboxFile;
	headers?: Record<string, string>;
}

/** Serves one operation of the contract, whose status the answer gets. Throws ApiError to refuse. */
export type Handler = (call: Call, world: World) => Answer | Promise<Answer>;

/** Handlers by operationId. */
export type Handlers = Record<string, Handler>;

/** Nothing, after what has been done. */
export function noContent(act: () => void): Answer {
	act();
	return {};
}

/** A JSON body. */
export function ok(json: unknown): Answer {
	return { json };
}

/** A file as octet-stream. */
export function download(file: SandboxFile): Answer {
	return { file, headers: { 'content-disposition': contentDisposition(file.name) } };
}

/**
 * A path parameter; the route guarantees that it is there.
 *
 * @throws Error when the contract has no such parameter
 */
export function param(call: Call, name: string): string {
	const value = call.params[name];
	if (value === undefined) throw new Error(`the contract has no path parameter ${name}`);
	return value;
}

/** A query parameter that occurs at most once. */
export function single(call: Call, name: string): string | undefined {
	const value = call.query[name];
	return Array.isArray(value) ? value[0] : value;
}

/** A query parameter that may be repeated. */
export function list(call: Call, name: string): string[] {
	const value = call.query[name];
	return value === undefined ? [] : [value].flat();
}

/** RFC 6266: an ASCII name for old clients, and the real one in `filename*` when it is not ASCII. */
function contentDisposition(name: string): string {
	const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
	if (ascii === name) return `attachment; filename="${name}"`;
	const encoded = encodeURIComponent(name).replace(
		/['()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
