import type { IDataObject } from 'n8n-workflow';
import type { PhraseRequest } from '../http/request';
import { languageInName, wantsLanguageInName } from '../fields/languageInName';
import { receivedFile } from '../fields/receivedFile';
import { KEEP_RUNNING } from '../fields/whileWaiting';
import type { Call, Ending } from '../operation/operation';
import { waitDetails } from '../waiting/waitFor';
import { givenAsyncRequest, startAsyncRequest } from './awaitedAsyncRequest';
import { collectExport, exportWork } from './exportedFile';
import { toFileItem } from './file';
import { startedWork, startsOne } from './workCourse';

/** A file whose download id can be used once. */
export interface SingleUseFile<V> {
	/** What the export is called in messages, `The export of the target file` for instance. */
	name: string;
	/** The download; sent at most once per id. */
	collect: (values: V, asyncRequestId: string) => PhraseRequest;
	/** An id from an earlier node to begin with; without it the operation's own request starts the first export. */
	given?: (values: V) => string;
	/** Name of the file when the answer gives none. */
	fallbackName: (values: V) => string;
	/** Members of the item's JSON besides the file's name and the id. */
	json: (values: V) => IDataObject;
	/** Finds the target language, for files that have one; offers to put it into their names. */
	language?: (call: Call<V>) => Promise<string | undefined>;
	/** How a user collects the file by hand. */
	goOn: string;
}

/** The request starts an export; the operation waits for it and takes the file. */
export function singleUseFile<V>(options: SingleUseFile<V>): Ending<V> {
	const { name, given, json } = options;
	const ending = startedWork<V, IDataObject>({
		kind: exportWork(options.goOn),
		...(given !== undefined && { given: exportWork(options.goOn) }),
		starts: startsOne(async (call) =>
			given === undefined
				? await startAsyncRequest(call, { name, add: json })
				: givenAsyncRequest(given(call.values), json(call.values)),
		),
		collect: async (call, ended) => {
			const language = wantsLanguageInName(call.values) ? await options.language?.(call) : undefined;
			const { taken, work, waits } = await collectExport(call, ended, {
				kind: exportWork(options.goOn),
				name,
				about: json(call.values),
				request: () => call.request(KEEP_RUNNING),
				collect: (id) => options.collect(call.values, id),
				take: async (stream) =>
					await toFileItem(call, stream, { fallbackName: options.fallbackName, json, language }),
			});
			const { asyncRequestId } = work.about;
			const known = language === undefined ? {} : { targetLang: language };
			return [
				{
					...taken,
					json: { ...taken.json, ...known, asyncRequestId, ...waitDetails(call.values, ...waits) },
				},
			];
		},
	});
	return {
		...ending,
		fields: { ...receivedFile.fields, ...ending.fields },
		options: { ...ending.options, ...(options.language && languageInName.options) },
	};
}
