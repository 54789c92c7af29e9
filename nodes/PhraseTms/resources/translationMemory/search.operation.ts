import { many } from '../../../../core/endings/many';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { newTargetLangs, sourceLang } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/** Finds segments like a text. Source: search, POST /api2/v1/transMemories/{transMemoryUid}/search. */
export const search = defineOperation(
	{
		name: 'Search',
		action: 'Search a translation memory',
		description: 'Find segments that are like a text, with their translations',
		fields: {
			transMemoryUid: translationMemory(),
			query: requiredText({ displayName: 'Query', description: 'The text to look for' }),
			sourceLang: sourceLang(),
			targetLangs: newTargetLangs(),
		},
	},
	{
		request: ({ transMemoryUid, query, sourceLang: from, targetLangs }) =>
			POST`/api2/v1/transMemories/${transMemoryUid}/search`
				.repeatable('always')
				.json({ query, sourceLang: from, targetLangs }),
		ends: many({ at: 'searchResults', paged: false, add: ({ transMemoryUid }) => ({ transMemoryUid }) }),
	},
);
