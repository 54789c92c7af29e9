import { listed } from '../../../../core/endings/listed';
import { wholeNumber } from '../../../../core/fields/number';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { anyLangs, sourceLang } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/**
 * Finds segments that hold a text. Phrase gives 50 at most, and says not how many more there are.
 * Source: wildcardSearch, POST /api2/v1/transMemories/{transMemoryUid}/wildCardSearch.
 */
export const searchByWildcard = defineOperation(
	{
		name: 'Search by Wildcard',
		action: 'Search a translation memory by wildcard',
		description: 'Find segments that hold a text, or a pattern such as translat*',
		fields: {
			transMemoryUid: translationMemory(),
			query: requiredText({ displayName: 'Query', description: 'What the segments hold; * is any text' }),
			sourceLang: sourceLang(),
			targetLangs: anyLangs('Target Language', 'Leave empty for all languages of the translation memory'),
			limit: wholeNumber(
				{ displayName: 'Limit', description: 'Max number of results to return' },
				{ min: 1, max: 50, initially: 50 },
			),
		},
	},
	{
		request: ({ transMemoryUid, query, sourceLang: from, targetLangs, limit }) =>
			POST`/api2/v1/transMemories/${transMemoryUid}/wildCardSearch`
				.repeatable('always')
				.json({ query, sourceLang: from, targetLangs, count: limit }),
		ends: listed({
			at: 'searchResults',
			add: ({ transMemoryUid }, _answer, { segmentId }) => ({ transMemoryUid, segmentId }),
		}),
	},
);
