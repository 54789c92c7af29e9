import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { langOrAll } from '../../../shared/tms/fields/targetLangs';
import { termBase } from '../../../shared/tms/fields/termBase';

/** Lists concepts with their terms. Source: browseTerms, POST /api2/v1/termBases/{termBaseUid}/browse. */
export const browseTerms = defineOperation(
	{
		name: 'Browse Terms',
		action: 'Browse terms of a term base',
		description: 'Retrieve the concepts of a term base with their terms in all languages',
		fields: {
			termBaseUid: termBase(),
			filters: collection('Filters', 'Add filter', {
				queryLang: langOrAll('Language'),
				query: optionalText({ displayName: 'Query', description: 'A term, or a part of it' }),
				status: optionalText({
					displayName: 'Status',
					placeholder: 'e.g. Approved',
					description: 'Status of the terms, such as New or Approved',
				}),
			}),
		},
	},
	{
		request: ({ termBaseUid, filters }) =>
			POST`/api2/v1/termBases/${termBaseUid}/browse`.repeatable('always').json(filters),
		ends: many({
			at: 'searchResults',
			pageIn: 'body',
			add: ({ termBaseUid }, _answer, { id }) => ({ termBaseUid, conceptId: id }),
		}),
	},
);
