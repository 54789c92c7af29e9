import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { fileTranslationUid } from '../../fields/fileTranslationUid';
import { explained } from './shared/explain';
import { haveEnded, progressOf } from './shared/progress';
import { getState } from './shared/requests';
import { simpleFileTranslation } from './shared/simpleFileTranslation';

/**
 * Reads the state of a file translation: each action into each language.
 * Source: getMetadataV1, GET /v1/fileTranslations/{uid}.
 */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a file translation',
		description: 'Retrieve the state of a file translation, action by action and language by language',
		fields: { fileTranslationUid: fileTranslationUid() },
	},
	{
		request: ({ fileTranslationUid: uid }) => getState(uid),
		ends: explained(
			one({
				simple: simpleFileTranslation,
				add: ({ fileTranslationUid: uid }, state) => ({
					fileTranslationUid: uid,
					ended: haveEnded(progressOf(state)),
				}),
			}),
		),
	},
);
