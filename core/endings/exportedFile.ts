import type { IDataObject } from 'n8n-workflow';
import { PhraseError } from '../http/errors';
import { ANY_FILE } from '../http/fileAnswer';
import type { PhraseStream } from '../http/client.types';
import { asText } from '../http/read';
import type { PhraseRequest } from '../http/request';
import type { Call } from '../operation/operation';
import {
	failedAfterStart,
	type CalledBackKind,
	type StartedWork,
	type WorkKind,
} from '../operation/startedWork';
import { asyncRequestWork } from '../waiting/asyncRequestWork';
import { isOver } from '../waiting/deadline';
import { keepTrying } from '../waiting/keepTrying';
import { waitFor, type Ended, type Polling } from '../waiting/waitFor';
import { startAsyncRequest } from './awaitedAsyncRequest';
import { untilWhole } from './file';

/**
 * The export of a file, an asynchronous request. When Phrase does not know it any more, it may have ended long ago:
 * whether the file is there shows when it is collected.
 */
export function exportWork(goOn: string): CalledBackKind<IDataObject> {
	const kind = asyncRequestWork(goOn);
	return {
		...kind,
		look: async (work, client) =>
			await kind.look(work, client).catch((error: unknown) => {
				if (error instanceof PhraseError && [404, 410].includes(error.httpCode ?? 0)) return {};
				throw error;
			}),
	};
}

/** How an export whose download id can be used once is collected. */
export interface SingleUseExport<T> {
	kind: WorkKind<IDataObject>;
	/** What the export is called, and is about. */
	name: string;
	about: IDataObject;
	/** Starts another export. */
	request: () => PhraseRequest;
	/** The download; no two of them with one id reach Phrase. */
	collect: (asyncRequestId: string) => PhraseRequest;
	/** Takes the file's bytes. */
	take: (stream: PhraseStream) => Promise<T>;
}

/** A file that arrived whole. */
export interface ExportedFile<T> {
	/** What `take` made of it. */
	taken: T;
	/** The export that it came from. */
	work: StartedWork;
	/** What it took to wait for all exports. */
	waits: Polling[];
}

/**
 * Downloads a file whose export has ended.
 *
 * The id of an export is spent as soon as its download starts. So a download that Phrase may have begun is
 * not sent again. Instead, the file is exported anew, a bounded number of times.
 * Source: downloadCompletedFile, GET
 * /api2/v2/projects/{projectUid}/jobs/{jobUid}/downloadTargetFile/{asyncRequestId}.
 *
 * @throws PhraseError about the last export when the file does not arrive whole
 */
export async function collectExport<T>(
	call: Call<unknown>,
	first: Ended<IDataObject>,
	{ kind, name, about, request, collect, take }: SingleUseExport<T>,
): Promise<ExportedFile<T>> {
	const waits: Polling[] = [first];
	let { work } = first;
	const exportAnew = async () => {
		work = await keepTrying(call, request().repeat, async () => {
			return await startAsyncRequest(call, { name, add: () => about }, request);
		});
		call.started(work);
		waits.push(await waitFor(call, work, kind, { justStarted: true }));
	};
	try {
		const taken = await untilWhole(call.signal, {
			prepare: async (attempt) => {
				if (attempt > 1) await exportAnew();
				return collect(asText(work.about.asyncRequestId) ?? '')
					.accepting(ANY_FILE)
					.repeatable('refused');
			},
			fetch: async (download) =>
				await take(await keepTrying(call, download.repeat, async () => await call.client.open(download))),
			isWorthAnother: (error) => isWorthAnotherExport(error) && !isOver(call),
		});
		return { taken, work, waits };
	} catch (error) {
		call.signal.throwIfAborted();
		throw failedAfterStart(error, work, kind);
	}
}

/**
 * A new export helps when the id is spent: a download may have begun, or Phrase refused it (what it answers to a spent
 * id is not documented). It does not help against a full disk, or against Phrase being out of reach.
 */
function isWorthAnotherExport(error: unknown): boolean {
	if (!(error instanceof PhraseError)) return false;
	const { kind, httpCode = 0 } = error;
	return (
		kind === 'perhapsDone' || kind === 'unusable' || (kind !== 'busy' && httpCode >= 400 && httpCode < 500)
	);
}
