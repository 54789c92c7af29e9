import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { segmentId } from './shared/segment';

/**
 * Deletes a segment with its translations.
 * Source: deleteSourceAndTranslations, DELETE /api2/v1/transMemories/{transMemoryUid}/segments/{segmentId}.
 */
export const deleteSegment = defineOperation(
	{
		name: 'Delete Segment',
		action: 'Delete a translation memory segment',
		description: 'Delete a text and its translations in all languages',
		fields: { transMemoryUid: translationMemory(), segmentId },
	},
	{
		request: ({ transMemoryUid, segmentId: id }) =>
			DELETE`/api2/v1/transMemories/${transMemoryUid}/segments/${id}`,
		ends: none(({ transMemoryUid, segmentId: id }) => ({ transMemoryUid, segmentId: id, deleted: true })),
	},
);
