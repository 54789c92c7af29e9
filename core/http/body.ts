import type { Readable } from 'node:stream';
import { encodeMultipart } from './multipart';
import { relay } from './relay';
import type { Body } from './request';

/** A request body on its way, opened for one attempt. */
export interface OpenedBody {
	headers: Record<string, string>;
	data?: string | Readable;
	/** What went wrong where the bytes come from, as opposed to the connection. */
	sourceError(): Error | undefined;
}

/**
 * Opens a request's body from its first byte.
 * @throws whatever opening the source of the bytes throws
 */
export async function openBody(body: Body | undefined): Promise<OpenedBody> {
	switch (body?.kind) {
		case undefined:
			return { headers: {}, sourceError: () => undefined };
		case 'json':
			return {
				headers: { 'content-type': 'application/json' },
				data: JSON.stringify(body.value),
				sourceError: () => undefined,
			};
		case 'bytes':
			return streamed(await body.source.open(), body.contentType, body.source.size);
		case 'multipart': {
			const { contentType, size, open } = encodeMultipart(body.parts);
			return streamed(open(), contentType, size);
		}
	}
}

function streamed(source: Readable, contentType: string, size: number | undefined): OpenedBody {
	let sourceError: Error | undefined;
	const data = relay(source, (error) => (sourceError = error));
	return {
		headers: { 'content-type': contentType, ...(size !== undefined && { 'content-length': String(size) }) },
		data,
		sourceError: () => sourceError,
	};
}
