import { GET } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { SIMPLE_TRANSLATION_MEMORY } from './shared/simpleTranslationMemory';

/** Reads one translation memory. Source: getTransMemory, GET /api2/v1/transMemories/{transMemoryUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a translation memory',
		description: 'Retrieve a translation memory',
		fields: { transMemoryUid: translationMemory() },
	},
	{
		request: ({ transMemoryUid }) => GET`/api2/v1/transMemories/${transMemoryUid}`,
		ends: one({ simple: SIMPLE_TRANSLATION_MEMORY, add: ({ transMemoryUid }) => ({ transMemoryUid }) }),
	},
);
