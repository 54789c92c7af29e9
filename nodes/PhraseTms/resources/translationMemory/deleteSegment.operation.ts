import { none } from '../../../../core/endings/none';
import { requiredId } from '../../../../core/fields/text';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/**
 * Deletes a segment with its translations.
 * Source: deleteSourceAndTranslations, DELETE /api2/v1/transMemories/{transMemoryUid}/segments/{segmentId}.
 */
export const deleteSegment = defineOperation(
	{
		name: 'Delete Segment',
		action: 'Delete a translation memory segment',
		description: 'Delete a text and its translations in all languages',
		fields: {
			transMemoryUid: translationMemory(),
			segmentId: requiredId({
				displayName: 'Segment ID',
				placeholder: 'e.g. 7Yb2LnX0qT',
				description: 'ID of the segment, as Search gives it',
			}),
		},
	},
	{
		request: ({ transMemoryUid, segmentId }) =>
			DELETE`/api2/v1/transMemories/${transMemoryUid}/segments/${segmentId}`,
		ends: none(({ transMemoryUid, segmentId }) => ({ transMemoryUid, segmentId, deleted: true })),
	},
);
