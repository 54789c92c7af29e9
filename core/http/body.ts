import { Readable } from 'node:stream';
import { encodeMultipart, type StreamedBody } from './multipart';
import type { Body } from './request';
import { knownSize, wholeFile } from './wholeFile';

/** A request body on its way, opened for one attempt. */
export interface OpenedBody {
	headers: Record<string, string>;
	data?: string | Readable;
	/** What went wrong where the bytes come from, as opposed to the connection. */
	sourceError?: () => Error | undefined;
}

/**
 * Opens a request's body from its first byte. A file is opened when its bytes are asked for, and closed when nobody
 * asks for more.
 * @param stalledMs longest time that the source of a file may give nothing although it is asked, in ms
 */
export function openBody(body: Body | undefined, stalledMs: number): OpenedBody {
	switch (body?.kind) {
		case undefined:
			return { headers: {} };
		case 'json':
			return { headers: { 'content-type': 'application/json' }, data: JSON.stringify(body.value) };
		case 'bytes': {
			const { source, contentType } = body;
			return streamed({ contentType, size: knownSize(source), bytes: (read) => read(source) }, stalledMs);
		}
		case 'multipart':
			return streamed(encodeMultipart(body.parts), stalledMs);
	}
}

function streamed({ contentType, size, bytes }: StreamedBody, stalledMs: number): OpenedBody {
	const sources: Readable[] = [];
	let sourceError: Error | undefined;
	const chunks = bytes((file) => wholeFile(file, opened, stalledMs))[Symbol.asyncIterator]();
	const data = new Readable({
		read: () => {
			chunks.next().then(
				({ done, value }) => data.push(done === true ? null : value),
				(thrown: unknown) => {
					const error = thrown instanceof Error ? thrown : new Error(String(thrown));
					// When the connection has failed, what becomes of the source is its consequence.
					if (!data.destroyed) sourceError = error;
					data.destroy(error);
				},
			);
		},
		destroy: (error, done) => {
			for (const source of sources) source.destroy();
			// Lets go what waits to be asked for more.
			chunks.return?.().catch(() => undefined);
			done(error);
		},
	});
	// Whoever sends the bytes gets the error; before, it must not end the process.
	data.on('error', () => undefined);
	return {
		headers: { 'content-type': contentType, ...(size !== undefined && { 'content-length': String(size) }) },
		data,
		sourceError: () => sourceError,
	};

	function opened(source: Readable): void {
		sources.push(source);
		if (data.destroyed) source.destroy();
	}
}
