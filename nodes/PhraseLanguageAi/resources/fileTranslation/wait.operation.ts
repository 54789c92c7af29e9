import { startedWork, startsOne } from '../../../../core/endings/workCourse';
import { simplified, simplifyFields } from '../../../../core/fields/simplify';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { waitDetails } from '../../../../core/waiting/waitFor';
import { fileTranslationUid } from '../../fields/fileTranslationUid';
import { explained } from './shared/explain';
import { fileTranslationWork, stateOfAll, type Progress } from './shared/progress';
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
		ends: explained(finished()),
	},
);

/** The item comes out when the file translation has ended well. */
function finished(): Ending<Waiting> {
	const ending = startedWork<Waiting, Progress>({
		kind: fileTranslationWork,
		given: fileTranslationWork,
		starts: startsOne(
			async ({ values: { fileTranslationUid: uid } }) =>
				await Promise.resolve({
					name: `File translation ${uid}`,
					about: { fileTranslationUid: uid },
					answer: {},
				}),
		),
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
	return {
		...ending,
		fields: { ...ending.fields, ...simplifyFields({ simple: simpleFileTranslation }) },
		handsOn: true,
	};
}
