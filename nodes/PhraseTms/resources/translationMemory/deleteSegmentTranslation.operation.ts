import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { sourceLang } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { segmentId } from './shared/segment';

/**
 * Deletes a segment in one language.
 * Source: deleteTranslation, DELETE /api2/v1/transMemories/{transMemoryUid}/segments/{segmentId}/lang/{lang}.
 */
export const deleteSegmentTranslation = defineOperation(
	{
		name: 'Delete Segment Translation',
		action: 'Delete a translation of a segment',
		description: 'Delete the translation of a text into one language',
		fields: { transMemoryUid: translationMemory(), segmentId, targetLang: sourceLang('Target Language') },
	},
	{
		request: ({ transMemoryUid, segmentId: id, targetLang }) =>
			DELETE`/api2/v1/transMemories/${transMemoryUid}/segments/${id}/lang/${targetLang}`,
		ends: none(({ transMemoryUid, segmentId: id, targetLang }) => ({
			transMemoryUid,
			segmentId: id,
			targetLang,
			deleted: true,
		})),
	},
);
