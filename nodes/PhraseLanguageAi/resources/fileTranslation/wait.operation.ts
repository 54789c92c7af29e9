import { asText } from '../../../../core/http/read';
import { orByCallback, type ByCallback } from '../../../../core/endings/orByCallback';
import { fromInput } from '../../../../core/fields/fromInput';
import { simplified, simplifyFields } from '../../../../core/fields/simplify';
import { defineOperation, type Ending, type OutputItem } from '../../../../core/operation/operation';
import { startedWork, startsOne } from '../../../../core/endings/workCourse';
import type { StartedWork } from '../../../../core/operation/startedWork';
import { waitDetails } from '../../../../core/waiting/waitFor';
import { fileTranslationUid } from '../../fields/fileTranslationUid';
import { explained } from './shared/explain';
import { failedTranslation, fileTranslationWork, isGood, type Progress } from './shared/progress';
import { getState } from './shared/requests';
import { simpleFileTranslation } from './shared/simpleFileTranslation';

interface Waiting {
	fileTranslationUid: string;
}

/**
 * Waits until every action into every language has succeeded.
 * Source: getMetadataV1, GET /v1/fileTranslations/{uid}.
 */
export const wait = defineOperation(
	{
		name: 'Wait',
		action: 'Wait for a file translation',
		description: 'Wait until a file is translated into all its target languages',
		fields: fromInput({ fileTranslationUid: fileTranslationUid() }),
		hiddenInTools: true,
	},
	{
		request: ({ fileTranslationUid: uid }) => getState(uid),
		ends: explained(orByCallback(finished(), byCallback())),
	},
);

/** The item comes out when the file translation has ended well. */
function finished(): Ending<Waiting> {
	const ending = startedWork<Waiting, Progress>({
		kind: fileTranslationWork,
		given: true,
		starts: startsOne(async ({ values }) => await Promise.resolve(workOf(values.fileTranslationUid))),
		collect: async ({ values }, { work, state, ...polling }) => {
			const { json } = itemOf(work, state, values);
			return await Promise.resolve([{ json: { ...json, ...waitDetails(values, polling) } }]);
		},
	});
	return { ...ending, fields: { ...ending.fields, ...simplifyFields({ simple: simpleFileTranslation }) } };
}

/**
 * Looks at each file translation by itself. What Phrase's callback about one says is not documented, so a callback
 * may be about any of them.
 */
function byCallback(): ByCallback<Waiting, Progress> {
	return {
		member: 'fileTranslationUid',
		kind: 'fileTranslation',
		workKind: fileTranslationWork,
		work: ({ fileTranslationUid: uid }) => workOf(uid),
		item: itemOf,
		haveEnded: async (items, client) => {
			for (const { fileTranslationUid: uid } of items) {
				if (!(await fileTranslationWork.look(workOf(asText(uid) ?? ''), client))) return false;
			}
			return true;
		},
	};
}

function workOf(uid: string): StartedWork {
	return { name: `File translation ${uid}`, about: { fileTranslationUid: uid }, answer: {} };
}

/**
 * What an ended file translation gives.
 * @throws PhraseError when it did not end well
 */
function itemOf({ about }: StartedWork, { state, languages }: Progress, values: unknown): OutputItem {
	const bad = languages.filter((language) => !isGood(language));
	const uid = asText(about.fileTranslationUid) ?? '';
	if (bad.length > 0) throw failedTranslation(bad, uid, languages);
	return { json: { ...about, ...simplified(state, values, simpleFileTranslation) } };
}
