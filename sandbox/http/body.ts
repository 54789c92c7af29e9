import { pipeline } from 'node:stream/promises';
import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import type { ContractOperation } from '../contract';
import { ApiError } from '../errors';
import { takeUpload, type SandboxFile } from '../files';

const MAX_JSON_BYTES = 10 * 1024 * 1024;

/** A request's body as the handlers get it. */
export interface ReadBody {
	/** What the contract checks: JSON, form fields, or one member per multipart part. */
	body: unknown;
	/** The file part of a multipart body. */
	file?: SandboxFile;
}

/**
 * Reads a body by its media type. An `application/octet-stream` body stays unread, for the handler.
 *
 * @throws ApiError 415 for a media type the operation does not take, 400 for a body that cannot be parsed
 */
export async function readBody(operation: ContractOperation, request: IncomingMessage): Promise<ReadBody> {
	const contentType = request.headers['content-type'] ?? '';
	const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
	if (!hasBody(request)) return { body: undefined };
	if (!operation.mediaTypes.includes(mediaType)) {
		throw new ApiError(
			415,
			'UnsupportedMediaType',
			`Content-Type must be ${operation.mediaTypes.join(' or ') || 'missing'}`,
		);
	}
	if (mediaType === 'application/octet-stream') return { body: undefined };
	if (mediaType === 'multipart/form-data') return readMultipart(operation, request, contentType);
	const text = (await collect(request)).toString('utf8');
	if (mediaType === 'application/json') return { body: text === '' ? undefined : parseJson(text, 'body') };
	return { body: Object.fromEntries(new URLSearchParams(text)) };
}

function hasBody({ headers }: IncomingMessage): boolean {
	return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

async function collect(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > MAX_JSON_BYTES) throw new ApiError(400, 'InvalidParameters', 'The body is too large');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/**
 * Reads a multipart body without holding its file. A part whose media type the contract gives must have it: Language AI
 * does not take metadata that is not `application/json`.
 */
async function readMultipart(
	operation: ContractOperation,
	request: IncomingMessage,
	contentType: string,
): Promise<ReadBody> {
	const body: Record<string, unknown> = {};
	const problems: string[] = [];
	let file: Promise<SandboxFile> | undefined;
	const checkPart = (name: string, mediaType: string) => {
		const part = operation.parts[name];
		if (part === undefined) problems.push(`part ${name} is unknown`);
		else if (part.mediaType !== undefined && part.mediaType !== mediaType) {
			problems.push(`part ${name} must be ${part.mediaType} and is ${mediaType}`);
		}
	};
	const parser = new Busboy({
		headers: { ...request.headers, 'content-type': contentType },
		isPartAFile: (name) => name !== undefined && operation.parts[name]?.kind === 'file',
	});
	parser.on('file', (name, stream, fileName, _encoding, mediaType) => {
		checkPart(name, mediaType);
		const { isList } = operation.parts[name] ?? {};
		body[name] = isList === true ? [body[name] ?? [], fileName].flat() : fileName;
		if (!fileName) problems.push(`part ${name} has no filename`);
		file = takeUpload(fileName, stream);
		// Where the stream breaks off, the whole request does, which is reported below.
		file.catch(() => undefined);
	});
	parser.on('field', (name, value, _nameTruncated, _valueTruncated, _encoding, mediaType) => {
		checkPart(name, mediaType);
		try {
			body[name] = parseJson(value, `part ${name}`);
		} catch (error) {
			problems.push(error instanceof ApiError ? error.description : String(error));
		}
	});
	try {
		await pipeline(request, parser);
	} catch (error) {
		if (!request.complete) throw error;
		throw new ApiError(
			400,
			'InvalidParameters',
			`Invalid parameters: the multipart body is broken (${String(error)})`,
		);
	}
	if (problems.length > 0)
		throw new ApiError(400, 'InvalidParameters', `Invalid parameters: ${problems.join('; ')}`);
	return { body, ...(file && { file: await file }) };
}

function parseJson(text: string, what: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ApiError(400, 'InvalidParameters', `Invalid parameters: ${what} is not JSON`);
	}
}
