import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { purge } from '../../../shared/tms/fields/purge';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/** Deletes a translation memory. Source: deleteTransMemory, DELETE /api2/v1/transMemories/{transMemoryUid}. */
export const deleteTranslationMemory = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a translation memory',
		description: 'Move a translation memory with its segments to the recycle bin',
		fields: { transMemoryUid: translationMemory() },
		options: { purge },
	},
	{
		request: ({ transMemoryUid, options }) => DELETE`/api2/v1/transMemories/${transMemoryUid}`.query(options),
		ends: none(({ transMemoryUid }) => ({ transMemoryUid, deleted: true })),
	},
);
