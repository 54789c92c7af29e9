import { waitOptions } from '../../../../core/fields/waitOptions';
import { asText } from '../../../../core/http/read';
import { eachAlone } from '../../../../core/endings/eachAlone';
import { orByCallback, type ByCallback } from '../../../../core/endings/orByCallback';
import { defineOperation, type Ending, type OutputItem } from '../../../../core/operation/operation';
import { waitDetails } from '../../../../core/waiting/waitForAsyncRequest';
import { fileTranslationUid } from '../../fields';
import { explained } from './shared/explain';
import {
	haveEnded,
	progressOf,
	readState,
	unfinished,
	waitForFileTranslation,
	type Progress,
} from './shared/progress';
import { getState } from './shared/requests';

interface Waiting {
	fileTranslationUid: string;
}

/** Waits until every action into every language has succeeded. */
export const wait = defineOperation(
	{
		name: 'Wait',
		action: 'Wait for a file translation',
		description: 'Wait until a file is translated into all its target languages',
		fields: { fileTranslationUid: fileTranslationUid() },
		hiddenInTools: true,
	},
	{
		request: ({ fileTranslationUid: uid }) => getState(uid),
		ends: explained(orByCallback(finished(), byCallback())),
	},
);

/** The item comes out when the file translation has ended well. */
function finished(): Ending<Waiting> {
	return {
		options: waitOptions,
		run: eachAlone(async (call) => {
			const uid = call.values.fileTranslationUid;
			const progress = await waitForFileTranslation(call, uid);
			const { json } = itemOf(uid, progress);
			return [{ json: { ...json, ...waitDetails(call.values, progress) } }];
		}),
	};
}

/**
 * Looks at each file translation by itself. What Phrase's callback about one says is not documented, so a callback
 * may be about any of them.
 */
function byCallback(): ByCallback<Waiting> {
	return {
		member: 'fileTranslationUid',
		named: 'fileTranslationUid',
		work: ({ fileTranslationUid: uid }) => ({ fileTranslationUid: uid }),
		look: async ({ client, begun, values }) => {
			const uid = values.fileTranslationUid;
			const state = await readState(uid, client);
			const languages = progressOf(state);
			if (!haveEnded(languages)) return undefined;
			return [itemOf(uid, { state, languages, ended: true, polls: 1, elapsedMs: Date.now() - begun })];
		},
		haveEnded: async (items, client) => {
			for (const { fileTranslationUid: uid } of items) {
				if (!haveEnded(progressOf(await readState(asText(uid) ?? '', client)))) return false;
			}
			return true;
		},
	};
}

/**
 * What an ended file translation gives.
 * @throws PhraseError when it did not end well
 */
function itemOf(uid: string, progress: Progress): OutputItem {
	const bad = progress.languages.filter(({ ended, failed }) => !ended || failed.length > 0);
	if (bad.length > 0 || !progress.ended) throw unfinished(bad, uid, progress);
	return { json: { fileTranslationUid: uid, ...progress.state } };
}
