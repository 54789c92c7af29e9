import { outputBinaryField, outputFieldName } from '../fields/binary';
import type { PhraseStream } from '../http/client.types';
import { isPassing } from '../http/errors';
import { fileNameFrom } from '../http/read';
import type { PhraseRequest } from '../http/request';
import type { Call, Ending, OutputItem } from '../operation/operation';
import { eachAlone } from './eachAlone';
import type { IDataObject } from 'n8n-workflow';

/** What is said of a file besides its bytes. */
export interface FileOptions<V> {
	/** Name of the file when the answer gives none. */
	fallbackName: (values: V) => string;
	/** Members of the item's JSON besides the file's name. */
	json?: (values: V) => IDataObject;
	/** Name of the binary field that receives the file, where it is not the operation's `binaryPropertyName`. */
	into?: (values: V) => string;
}

/** How often a download that may be repeated is begun because the bytes did not arrive whole. */
const MAX_DOWNLOADS = 3;

/** The answer is a file, which is streamed into a binary field. */
export function file<V>(options: FileOptions<V>): Ending<V> {
	return {
		fields: { binaryPropertyName: outputBinaryField() },
		run: eachAlone(async (call) => [await download(call, call.request(), options)]),
	};
}

/**
 * Sends a request whose answer is a file and streams that into a binary field; begins anew when the bytes do not
 * arrive whole and the request may be repeated.
 * @throws PhraseError when Phrase refuses the call or the bytes do not arrive
 */
export async function download<V>(
	call: Call<V>,
	request: PhraseRequest,
	options: FileOptions<V>,
): Promise<OutputItem> {
	for (let downloads = 1; ; downloads++) {
		const stream = await call.client.open(request.accepting('application/octet-stream'));
		try {
			return await toFileItem(call, stream, options);
		} catch (error) {
			call.signal.throwIfAborted();
			const brokenOff = isPassing(error);
			if (!brokenOff || request.repeat !== 'always' || downloads >= MAX_DOWNLOADS) throw error;
		}
	}
}

/**
 * Streams an answer into the binary field that the user chose.
 * @throws the stream's error when the bytes do not arrive whole
 */
export async function toFileItem<V>(
	{ store, values }: Call<V>,
	{ body, headers }: PhraseStream,
	{ fallbackName, json, into = outputFieldName }: FileOptions<V>,
): Promise<OutputItem> {
	const fileName = fileNameFrom(headers['content-disposition']) ?? fallbackName(values);
	const binary = await store(body, fileName, mimeTypeFrom(headers['content-type']));
	return { json: { ...json?.(values), fileName }, binary: { [into(values)]: binary } };
}

/** The media type an answer gives; undefined for the one that says nothing, so that the file name decides. */
function mimeTypeFrom(contentType: string | undefined): string | undefined {
	const mimeType = contentType?.split(';')[0]?.trim();
	return mimeType === 'application/octet-stream' ? undefined : mimeType;
}
