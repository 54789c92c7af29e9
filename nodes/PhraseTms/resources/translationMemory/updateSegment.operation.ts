import { none } from '../../../../core/endings/none';
import { requiredText } from '../../../../core/fields/text';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { sourceLang } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { segmentId } from './shared/segment';

/**
 * Changes a segment in one language.
 * Source: updateTranslation, PUT /api2/v1/transMemories/{transMemoryUid}/segments/{segmentId}.
 */
export const updateSegment = defineOperation(
	{
		name: 'Update Segment',
		action: 'Update a translation memory segment',
		description: 'Change the text of a segment in one language',
		fields: {
			transMemoryUid: translationMemory(),
			segmentId,
			lang: sourceLang('Language'),
			text: requiredText({ displayName: 'Text', description: 'The new text in that language' }),
		},
	},
	{
		request: ({ transMemoryUid, segmentId: id, lang, text }) =>
			PUT`/api2/v1/transMemories/${transMemoryUid}/segments/${id}`.repeatable('always').json({ lang, text }),
		ends: none(({ transMemoryUid, segmentId: id, lang, text }) => ({
			transMemoryUid,
			segmentId: id,
			lang,
			text,
		})),
	},
);
