import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { conceptId } from './shared/concept';

/** Reads a concept. Source: getConcept, GET /api2/v1/termBases/{termBaseUid}/concepts/{conceptUid}. */
export const getConcept = defineOperation(
	{
		name: 'Get Concept',
		action: 'Get a concept',
		description: 'Retrieve a concept of a term base, without its terms',
		fields: { termBaseUid: termBase(), conceptId },
	},
	{
		request: ({ termBaseUid, conceptId: id }) => GET`/api2/v1/termBases/${termBaseUid}/concepts/${id}`,
		ends: one({ add: ({ termBaseUid, conceptId: id }) => ({ termBaseUid, conceptId: id }) }),
	},
);
