import { many } from '../../../../core/endings/many';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';

/** Lists the concepts of a term base. Source: listConcepts, GET /api2/v1/termBases/{termBaseUid}/concepts. */
export const getConcepts = defineOperation(
	{
		name: 'Get Concepts',
		action: 'Get concepts of a term base',
		description: 'Retrieve the concepts of a term base, each of which has terms',
		fields: { termBaseUid: termBase() },
	},
	{
		request: ({ termBaseUid }) => GET`/api2/v1/termBases/${termBaseUid}/concepts`,
		ends: many({
			at: 'concepts',
			add: ({ termBaseUid }, _answer, { id }) => ({ termBaseUid, conceptId: id }),
		}),
	},
);
