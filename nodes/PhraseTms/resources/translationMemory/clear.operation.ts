import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/**
 * Deletes all segments. The newer call does so in the background, but how to wait for that is not documented.
 * Source: clearTransMemory, DELETE /api2/v1/transMemories/{transMemoryUid}/segments.
 */
export const clear = defineOperation(
	{
		name: 'Clear',
		action: 'Clear a translation memory',
		description: 'Delete all segments of a translation memory, which itself stays',
		fields: { transMemoryUid: translationMemory() },
	},
	{
		request: ({ transMemoryUid }) => DELETE`/api2/v1/transMemories/${transMemoryUid}/segments`,
		ends: none(({ transMemoryUid }) => ({ transMemoryUid, cleared: true })),
	},
);
