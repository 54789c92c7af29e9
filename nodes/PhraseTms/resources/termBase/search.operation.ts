import { many } from '../../../../core/endings/many';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { newTargetLangs, sourceLang } from '../../../shared/tms/fields/targetLangs';

/** Finds terms and their translations. Source: searchTerms, POST /api2/v1/termBases/{termBaseUid}/search. */
export const search = defineOperation(
	{
		name: 'Search',
		action: 'Search a term base',
		description: 'Find terms of a term base with their translations',
		fields: {
			termBaseUid: termBase(),
			query: requiredText({ displayName: 'Query', description: 'The term, or a part of it' }),
			sourceLang: sourceLang(),
			targetLangs: newTargetLangs(),
		},
	},
	{
		request: ({ termBaseUid, query, sourceLang: from, targetLangs }) =>
			POST`/api2/v1/termBases/${termBaseUid}/search`
				.repeatable('always')
				.json({ query, sourceLang: from, targetLangs }),
		ends: many({ at: 'searchResults', paged: false, add: ({ termBaseUid }) => ({ termBaseUid }) }),
	},
);
