import type { IDataObject } from 'n8n-workflow';
import { waitForAsyncRequest } from '../../async/asyncRequest';
import { outputBinaryField } from '../../fields/binary';
import { timeLimit, timeLimitMs } from '../../fields/waiting';
import { PhraseError } from '../../http/error';
import { asRecord } from '../../http/read';
import type { PhraseRequest } from '../../http/request';
import type { Call, Ending, OutputItem } from '../operation';
import { asyncRequestIdOf } from './asyncRequest';
import { eachAlone } from './eachAlone';
import { toFileItem } from './file';

/** How often a file is exported anew because its download did not arrive whole. */
const MAX_DOWNLOADS = 3;
/** How often a file is exported anew because Phrase was too busy to begin the download. */
const MAX_REFUSALS = 6;

/** A file whose download id can be used once. */
export interface SingleUseFile<V> {
	/** The download; sent at most once per id. */
	collect: (values: V, asyncRequestId: string) => PhraseRequest;
	/** An id from an earlier node to begin with; without it the operation's own request starts the first export. */
	given?: (values: V) => string;
	/** Name of the file when the answer gives none. */
	fallbackName: (values: V) => string;
	/** Members of the item's JSON besides the file's name and the id. */
	json: (values: V) => IDataObject;
}

/**
 * The request starts an export; the operation waits for it and streams the file into a binary field.
 *
 * The id of an export is spent as soon as its download starts. So a download is never repeated with the same id:
 * whatever goes wrong on the way, the file is exported anew, for a bounded number of rounds.
 * Source: downloadTargetFile, GET /api2/v2/projects/{projectUid}/jobs/{jobUid}/downloadTargetFile/{asyncRequestId}.
 */
export function singleUseFile<V>(options: SingleUseFile<V>): Ending<V> {
	return {
		fields: { binaryPropertyName: outputBinaryField() },
		options: { timeLimit },
		run: eachAlone(async (call) => {
			let id = options.given?.(call.values);
			let downloads = 0;
			let refusals = 0;
			for (;;) {
				id ??= asyncRequestIdOf(asRecord((await call.client.send(call.request())).body));
				try {
					return [await collect(call, id, options)];
				} catch (error) {
					call.signal.throwIfAborted();
					if (isRefusal(error) ? ++refusals >= MAX_REFUSALS : ++downloads >= MAX_DOWNLOADS) throw error;
					if (!isWorthAnotherExport(error)) throw error;
					id = undefined;
				}
			}
		}),
	};
}

async function collect<V>(call: Call<V>, id: string, options: SingleUseFile<V>): Promise<OutputItem> {
	const { client, signal, values } = call;
	await waitForAsyncRequest(id, { client, signal, limitMs: timeLimitMs(values) });
	const download = options.collect(values, id).accepting('application/octet-stream').repeatable('never');
	const { json, binary } = await toFileItem(call, await client.open(download), options);
	return { json: { ...options.json(values), ...json, asyncRequestId: id }, binary };
}

/** Phrase said it was too busy: the export itself is fine. */
function isRefusal(error: unknown): boolean {
	return error instanceof PhraseError && (error.httpCode === 429 || error.httpCode === 503);
}

/** A new export does not help against a failed export, a missing right, or a wait that was too short. */
function isWorthAnotherExport(error: unknown): boolean {
	if (!(error instanceof PhraseError)) return true;
	return error.transient || error.httpCode === 404 || error.httpCode === 410 || error.httpCode === 400;
}
