import { outputBinaryField, outputFieldName } from '../../fields/binary';
import type { PhraseStream } from '../../http/client.types';
import { fileNameFrom } from '../../http/read';
import type { Call, Ending, OutputItem } from '../operation';
import { eachAlone } from './eachAlone';
import type { IDataObject } from 'n8n-workflow';

/** What is said of a file besides its bytes. */
export interface FileOptions<V> {
	/** Name of the file when the answer gives none. */
	fallbackName: (values: V) => string;
	/** Members of the item's JSON besides the file's name. */
	json?: (values: V) => IDataObject;
}

/** The answer is a file, which is streamed into a binary field. */
export function file<V>(options: FileOptions<V>): Ending<V> {
	return {
		fields: { binaryPropertyName: outputBinaryField() },
		run: eachAlone(async (call) => {
			const stream = await call.client.open(call.request().accepting('application/octet-stream'));
			return [await toFileItem(call, stream, options)];
		}),
	};
}

/**
 * Streams an answer into the binary field that the user chose.
 * @throws the stream's error when the bytes do not arrive whole
 */
export async function toFileItem<V>(
	{ store, values }: Call<V>,
	{ body, headers }: PhraseStream,
	{ fallbackName, json }: FileOptions<V>,
): Promise<OutputItem> {
	const fileName = fileNameFrom(headers['content-disposition']) ?? fallbackName(values);
	const binary = await store(body, fileName, mimeTypeFrom(headers['content-type']));
	return { json: { ...json?.(values), fileName }, binary: { [outputFieldName(values)]: binary } };
}

/** The media type an answer gives; undefined for the one that says nothing, so that the file name decides. */
function mimeTypeFrom(contentType: string | undefined): string | undefined {
	const mimeType = contentType?.split(';')[0]?.trim();
	return mimeType === 'application/octet-stream' ? undefined : mimeType;
}
