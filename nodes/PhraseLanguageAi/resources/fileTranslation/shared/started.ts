import type { IDataObject } from 'n8n-workflow';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asText } from '../../../../../core/http/read';
import { simplified, simplifyFields } from '../../../../../core/fields/simplify';
import { fileToSend } from '../../../../../core/fields/sentFile';
import { startedWork, startsOne } from '../../../../../core/endings/workCourse';
import type { Call, Ending } from '../../../../../core/operation/operation';
import type { StartedWork } from '../../../../../core/operation/startedWork';
import { waitDetails } from '../../../../../core/waiting/waitFor';
import type { Upload } from './metadata';
import { fileTranslationWork, stateOfAll, type Progress } from './progress';
import { simpleFileTranslation } from './simpleFileTranslation';

/** How long Phrase keeps a file and its results. Source: description of the tag File translations. */
const FILE_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * Sends the request that uploads a file. `expiresAt` says from when on its results are gone, ISO 8601.
 * @throws PhraseError when Phrase refuses it
 */
export async function start({ client, request, values }: Call<Upload>): Promise<StartedWork> {
	const { sourceLang, targetLangs } = values;
	// Phrase does not tell when it got the file; counted from before the upload, the end is never named too late.
	const expiresAt = new Date(Date.now() + FILE_LIFE_MS).toISOString();
	const answer = asRecord((await client.send(request())).body);
	const uid = asText(answer.uid);
	const { fileName } = fileToSend(values);
	if (uid === undefined) {
		throw new PhraseError({
			kind: 'unusable',
			message: 'Phrase took the file but named no file translation',
			description:
				'Without its UID you can collect nothing. Phrase may have translated the file, and count it, all the same.',
			about: { fileName },
		});
	}
	return {
		name: `The translation of '${fileName}'`,
		about: { fileTranslationUid: uid, fileName, sourceLang, targetLangs, expiresAt },
		answer,
	};
}

/**
 * The file is uploaded, and the item holds the UID for a later node. The operation waits for the end of all actions when
 * the user asks for that.
 */
export function started<V extends Upload>(): Ending<V> {
	const ending = startedWork<V, Progress>({
		kind: fileTranslationWork,
		starts: startsOne(start),
		choice: {
			name: 'Wait for Completion',
			description: 'Whether to wait until Phrase has translated the file into all languages',
			initially: false,
			started: ({ values }, work) => [itemOf(work, work.answer, values)],
		},
		collect: async ({ values }, { work, state, ...polling }) => {
			const { json } = itemOf(work, stateOfAll(work, state), values);
			return await Promise.resolve([{ json: { ...json, ...waitDetails(values, polling) } }]);
		},
	});
	return { ...ending, fields: { ...ending.fields, ...simplifyFields({ simple: simpleFileTranslation }) } };
}

function itemOf({ about }: StartedWork, state: IDataObject, values: unknown) {
	const { fileTranslationUid, fileName, expiresAt } = about;
	const shown = simplified(state, values, simpleFileTranslation);
	return { json: { fileTranslationUid, fileName, ...shown, expiresAt } };
}
