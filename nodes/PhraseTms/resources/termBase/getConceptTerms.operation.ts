import { one } from '../../../../core/endings/one';
import { keeping } from '../../../../core/fields/simplify';
import { asRecords } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { conceptId } from './shared/concept';
import { SIMPLE_TERM } from './shared/termDetails';

/**
 * Reads the terms of a concept, which Phrase gives as one list for each language.
 * Source: listTermsOfConcept, GET /api2/v1/termBases/{termBaseUid}/concepts/{conceptId}/terms.
 */
export const getConceptTerms = defineOperation(
	{
		name: 'Get Concept Terms',
		action: 'Get the terms of a concept',
		description: 'Retrieve a concept with its terms in all languages',
		fields: { termBaseUid: termBase(), conceptId },
	},
	{
		request: ({ termBaseUid, conceptId: id }) => GET`/api2/v1/termBases/${termBaseUid}/concepts/${id}/terms`,
		ends: one({
			simple: ({ writable, terms }) => ({
				writable,
				terms: asRecords([terms].flat(2)).map((term) => keeping(['id', ...SIMPLE_TERM], term)),
			}),
			add: ({ termBaseUid, conceptId: id }) => ({ termBaseUid, conceptId: id }),
		}),
	},
);
