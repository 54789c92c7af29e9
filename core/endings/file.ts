import { outputFieldName } from '../fields/binary';
import { withLanguage } from '../fields/languageInName';
import { receivedFile, wantsText } from '../fields/receivedFile';
import type { PhraseStream } from '../http/client.types';
import { isPassing, PhraseError, toPhraseError } from '../http/errors';
import { assertFile } from '../http/fileAnswer';
import { fileNameFrom } from '../http/fileName';
import type { PhraseRequest } from '../http/request';
import { textOf } from '../http/textAnswer';
import type { Call, Ending } from '../operation/operation';
import type { OutputItem } from '../operation/part';
import { eachAlone } from './eachAlone';
import type { IDataObject } from 'n8n-workflow';

/** What is said of a file besides its bytes. */
export interface FileOptions<V> {
	/** Name of the file when the answer gives none. */
	fallbackName: (values: V) => string;
	/** The target language to put into the file's name. */
	language?: string;
	/** Members of the item's JSON besides the file's name. */
	json?: (values: V) => IDataObject;
	/** Name of the binary field that receives the file, where it is not the operation's `binaryPropertyName`. */
	into?: (values: V) => string;
}

/** How often a file is fetched, at most, because it did not arrive whole. */
const MOST_ATTEMPTS = 3;

/** The answer is a file, which is streamed into a binary field, or becomes text. */
export function file<V>(options: FileOptions<V>): Ending<V> {
	return {
		fields: receivedFile.fields,
		run: eachAlone(async (call) => [await download(call, call.request(), options)]),
	};
}

/**
 * Sends a request whose answer is a file and takes that; begins anew when the bytes do not arrive whole and the request
 * may be repeated.
 * @param open sends the request
 * @throws PhraseError when Phrase refuses the call or the bytes do not arrive
 */
export async function download<V>(
	call: Call<V>,
	request: PhraseRequest,
	options: FileOptions<V>,
	open = async (download: PhraseRequest) => await call.client.open(download),
): Promise<OutputItem> {
	return await untilWhole(call.signal, {
		prepare: async () => await open(request),
		fetch: async (stream) => await toFileItem(call, stream, options),
		isWorthAnother: (error) => request.repeat === 'always' && isPassing(error),
	});
}

/** How a file is fetched. */
export interface Fetching<P, T> {
	/** What comes first, which is done once per attempt. Gets the number of the attempt, from 1. */
	prepare: (attempt: number) => Promise<P>;
	fetch: (prepared: P) => Promise<T>;
	/** Whether another attempt may help when `fetch` has failed. */
	isWorthAnother: (error: unknown) => boolean;
}

/**
 * Fetches a file, again when it does not arrive whole.
 * @throws what `prepare` throws; the last failure of `fetch`; the signal's reason
 */
export async function untilWhole<P, T>(
	signal: AbortSignal,
	{ prepare, fetch, isWorthAnother }: Fetching<P, T>,
): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		const prepared = await prepare(attempt);
		try {
			return await fetch(prepared);
		} catch (error) {
			signal.throwIfAborted();
			if (attempt >= MOST_ATTEMPTS || !isWorthAnother(error)) throw error;
		}
	}
}

/**
 * Streams an answer into the binary field that the user chose, or makes text of it.
 * @throws PhraseError when it is no file, when the bytes do not arrive whole, or when n8n cannot take them
 */
export async function toFileItem<V>(
	{ store, values }: Call<V>,
	stream: PhraseStream,
	{ fallbackName, language, json, into = outputFieldName }: FileOptions<V>,
): Promise<OutputItem> {
	const { body, headers } = stream;
	const ownName = fileNameFrom(headers['content-disposition']) ?? fallbackName(values);
	const fileName = withLanguage(ownName, language);
	await assertFile(stream, fileName);
	if (wantsText(values))
		return { json: { ...json?.(values), fileName, text: await textOf(stream, fileName) } };
	const stored = store(body, fileName, mimeTypeFrom(headers['content-type']));
	const binary = await stored.catch((error: unknown) => {
		body.destroy();
		throw error instanceof PhraseError ? error : notStored(fileName, error);
	});
	return { json: { ...json?.(values), fileName }, binary: { [into(values)]: binary } };
}

function notStored(fileName: string, error: unknown): PhraseError {
	// In a message, n8n would take the code of Node.js for all there is to say.
	const why = toPhraseError(error).message;
	return new PhraseError({
		kind: 'local',
		message: `n8n could not store the file '${fileName}'`,
		description: `Check the place where n8n stores binary data: it may be full, or not be writable. [${why}]`,
	});
}

/** The media type an answer gives; undefined for the one that says nothing, so that the file name decides. */
function mimeTypeFrom(contentType: string | undefined): string | undefined {
	const mimeType = contentType?.split(';')[0]?.trim();
	return mimeType === 'application/octet-stream' ? undefined : mimeType;
}
