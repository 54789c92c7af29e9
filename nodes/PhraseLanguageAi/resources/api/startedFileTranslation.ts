import { startedWork, startsOne } from '../../../../core/endings/workCourse';
import { simplified, simplifyFields } from '../../../../core/fields/simplify';
import { PhraseError } from '../../../../core/http/errors';
import { asRecord, asText } from '../../../../core/http/read';
import type { Call, Ending } from '../../../../core/operation/operation';
import type { StartedWork } from '../../../../core/operation/startedWork';
import { waitDetails } from '../../../../core/waiting/waitFor';
import type { CallValues } from '../../../shared/api/callValues';
import { fileTranslationWork, stateOfAll, type Progress } from '../fileTranslation/shared/progress';
import { simpleFileTranslation } from '../fileTranslation/shared/simpleFileTranslation';

/** An endpoint that takes a file to translate, and waits for the translation when the user wants that. */
export function startedFileTranslation(): Ending<CallValues> {
	const ending = startedWork<CallValues, Progress>({
		kind: fileTranslationWork,
		starts: startsOne(start),
		choice: {
			name: 'Wait for Completion',
			description: 'Whether to wait until Phrase has done what the endpoint starts',
			started: ({ values }, { about, answer }) => [
				{ json: { ...about, ...simplified(answer, values, simpleFileTranslation) } },
			],
		},
		collect: async ({ values }, { work, state, ...polling }) =>
			await Promise.resolve([
				{
					json: {
						...work.about,
						...simplified(stateOfAll(work, state), values, simpleFileTranslation),
						...waitDetails(values, polling),
					},
				},
			]),
	});
	return { ...ending, fields: { ...ending.fields, ...simplifyFields({ simple: simpleFileTranslation }) } };
}

/** Source: POST /v1/fileTranslations. */
async function start({ client, request }: Call<CallValues>): Promise<StartedWork> {
	const answer = asRecord((await client.send(request())).body);
	const fileTranslationUid = asText(answer.uid);
	if (fileTranslationUid === undefined) {
		throw new PhraseError({
			kind: 'unusable',
			message: 'Phrase took the file but named no file translation',
			description:
				'Without its UID you can collect nothing. Phrase may have translated the file, and count it, all the same.',
		});
	}
	return { name: `File translation ${fileTranslationUid}`, about: { fileTranslationUid }, answer };
}
