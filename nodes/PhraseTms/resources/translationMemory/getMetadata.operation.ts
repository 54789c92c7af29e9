import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/** Counts segments. Source: getMetadata, GET /api2/v1/transMemories/{transMemoryUid}/metadata. */
export const getMetadata = defineOperation(
	{
		name: 'Get Metadata',
		action: 'Get metadata of a translation memory',
		description: 'Count the segments of a translation memory, by language as well',
		fields: { transMemoryUid: translationMemory() },
	},
	{
		request: ({ transMemoryUid }) =>
			GET`/api2/v1/transMemories/${transMemoryUid}/metadata`.query({ byLanguage: true }),
		ends: one({ add: ({ transMemoryUid }) => ({ transMemoryUid }) }),
	},
);
