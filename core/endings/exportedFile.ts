import { PhraseError } from '../http/errors';
import type { PhraseStream } from '../http/client.types';
import { asRecord, asText } from '../http/read';
import type { PhraseRequest } from '../http/request';
import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../operation/operation';
import { start, waitForAsyncRequest, type Polling } from '../waiting/waitForAsyncRequest';

/** How often a file is exported anew because its download did not arrive whole. */
const MAX_DOWNLOADS = 3;
/** How often a file is exported anew because Phrase was too busy to begin the download. */
const MAX_REFUSALS = 6;

/** An export whose download id can be used once. */
export interface SingleUseExport<T> {
	/** Starts the export; sent once per round. */
	request: () => PhraseRequest;
	/** The download; sent at most once per id. */
	collect: (asyncRequestId: string) => PhraseRequest;
	/** An id from an earlier node to begin with; without it the first export is started. */
	given?: string;
	/** Takes the file's bytes. */
	take: (stream: PhraseStream) => Promise<T>;
}

/** A file that arrived whole. */
export interface ExportedFile<T> {
	/** What `take` made of it. */
	taken: T;
	/** The id that it was downloaded with. */
	asyncRequestId: string;
	/** What it took to wait for the export, over all rounds. */
	waits: Polling[];
}

/**
 * Exports a file, waits for it, and downloads it.
 *
 * The id of an export is spent as soon as its download starts. So a download is never repeated with the same id:
 * whatever goes wrong on the way, the file is exported anew, for a bounded number of rounds.
 * Source: downloadTargetFile, GET /api2/v2/projects/{projectUid}/jobs/{jobUid}/downloadTargetFile/{asyncRequestId}.
 *
 * @throws PhraseError when the export fails, is not ready within the time limit, or never arrives whole
 */
export async function exportFile<T>(
	call: Call<unknown>,
	{ request, collect, given, take }: SingleUseExport<T>,
): Promise<ExportedFile<T>> {
	const waits: Polling[] = [];
	let id = given;
	let downloads = 0;
	let refusals = 0;
	for (;;) {
		const justStarted = id === undefined;
		id ??= asyncRequestIdOf(asRecord((await start(call, request)).body));
		try {
			waits.push(await waitForAsyncRequest(call, id, { justStarted }));
			const download = collect(id).accepting('application/octet-stream').repeatable('never');
			return { taken: await take(await call.client.open(download)), asyncRequestId: id, waits };
		} catch (error) {
			call.signal.throwIfAborted();
			if (isRefusal(error) ? ++refusals >= MAX_REFUSALS : ++downloads >= MAX_DOWNLOADS) throw error;
			if (!isWorthAnotherExport(error)) throw error;
			id = undefined;
		}
	}
}

/**
 * The id of the asynchronous request in an answer that started one.
 * @throws PhraseError when the answer names none
 */
export function asyncRequestIdOf(answer: IDataObject): string {
	const id = asText(asRecord(answer.asyncRequest).id);
	if (id === undefined) {
		throw new PhraseError({
			kind: 'unusable',
			message: 'Phrase took the call but named no asynchronous request',
			description: 'Look in Phrase whether the work was started before you run this again.',
		});
	}
	return id;
}

/** Phrase said it was too busy: the export itself is fine. */
function isRefusal(error: unknown): boolean {
	return error instanceof PhraseError && error.kind === 'busy';
}

/** A new export does not help against a failed export, a missing right, or a wait that was too short. */
function isWorthAnotherExport(error: unknown): boolean {
	if (!(error instanceof PhraseError)) return true;
	return error.isPassing || error.httpCode === 404 || error.httpCode === 410 || error.httpCode === 400;
}
