import { TLSSocket } from 'node:tls';
import type { FastifyReply } from 'fastify';
import type { Clock } from '../clock';
import type { FaultAction } from '../faults';
import type { SandboxFile } from '../files';

const HTML_ERROR =
	'<!doctype html>\n<html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>\n';

/** A response as it goes over the wire. */
export interface WireResponse {
	status: number;
	headers: Record<string, string>;
	/** Media type of the body; undefined when there is none. */
	mediaType?: string;
	body: Buffer | SandboxFile;
}

/** Makes a JSON response. */
export function jsonResponse(
	status: number,
	json: unknown,
	headers: Record<string, string> = {},
): WireResponse {
	return { status, headers, mediaType: 'application/json', body: Buffer.from(JSON.stringify(json)) };
}

/** The response that a fault with a status gives. */
export function faultResponse(
	action: Extract<FaultAction, { status: number }>,
	errorJson: unknown,
): WireResponse {
	const { status, retryAfter, atOnceLimit, body = 'error' } = action;
	const headers: Record<string, string> = {
		...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
		...(atOnceLimit !== undefined && {
			'ratelimit-limit': String(atOnceLimit),
			'ratelimit-remaining': '0',
		}),
	};
	if (body === 'error') return jsonResponse(status, errorJson, headers);
	if (body === 'empty') return { status, headers, body: Buffer.alloc(0) };
	return { status, headers, mediaType: 'text/html', body: Buffer.from(body === 'html' ? HTML_ERROR : body) };
}

/**
 * Writes a response as fast as it is read, disturbed as a fault says. Resolves when the last byte has been
 * handed over or the connection has ended.
 */
export async function send(
	reply: FastifyReply,
	response: WireResponse,
	action: FaultAction | undefined,
	clock: Clock,
): Promise<void> {
	const disturbance = disturbanceOf(action);
	const { raw } = reply;
	reply.hijack();
	// A client that leaves early is no error of the sandbox.
	raw.on('error', () => undefined);
	await clock.sleep(disturbance.headersMs);
	const { body, mediaType } = response;
	const length = disturbance.empty ? 0 : Buffer.isBuffer(body) ? body.length : body.size;
	raw.writeHead(response.status, {
		...response.headers,
		...(mediaType === undefined || disturbance.empty ? {} : { 'content-type': mediaType }),
		'content-length': length,
	});
	raw.flushHeaders();
	const end = Math.floor(length * disturbance.share);
	let sent = 0;
	for await (const chunk of chunksOf(body, disturbance.chunkMs > 0)) {
		const part = chunk.subarray(0, end - sent);
		if (part.length === 0 || raw.destroyed) break;
		await new Promise<void>((resolve) => raw.write(part, () => resolve()));
		sent += part.length;
		if (sent < end) await clock.sleep(disturbance.chunkMs);
	}
	if (sent < length) raw.destroy();
	else raw.end();
}

/** Ends the connection without an answer. */
export function dropConnection(reply: FastifyReply): void {
	reply.hijack();
	const { socket } = reply.raw;
	// A reset (RST) is only possible on a bare TCP socket.
	if (!socket || socket instanceof TLSSocket) reply.raw.destroy();
	else socket.resetAndDestroy();
}

interface Disturbance {
	/** Share of the body that is sent, 0–1. */
	share: number;
	empty: boolean;
	headersMs: number;
	chunkMs: number;
}

function disturbanceOf(action: FaultAction | undefined): Disturbance {
	const { headersMs = 0, chunkMs = 0 } = action && 'slow' in action ? action.slow : {};
	return {
		share: action && 'cut' in action ? action.cut : 1,
		empty: action !== undefined && 'empty' in action,
		headersMs,
		chunkMs,
	};
}

/** The body in chunks; a small one is taken apart when it is to be slow, so that there is something between. */
async function* chunksOf(body: Buffer | SandboxFile, apart: boolean): AsyncGenerator<Buffer> {
	if (!Buffer.isBuffer(body)) {
		yield* body.stream() as AsyncIterable<Buffer>;
		return;
	}
	const size = apart ? Math.ceil(body.length / 4) : body.length;
	for (let from = 0; from < body.length; from += size) yield body.subarray(from, from + size);
}
