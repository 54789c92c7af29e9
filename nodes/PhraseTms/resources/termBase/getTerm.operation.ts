import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { SIMPLE_TERM, termId } from './shared/termDetails';

/** Reads a term. Source: getTerm, GET /api2/v1/termBases/{termBaseUid}/terms/{termId}. */
export const getTerm = defineOperation(
	{
		name: 'Get Term',
		action: 'Get a term',
		description: 'Retrieve a term in one language',
		fields: { termBaseUid: termBase(), termId },
	},
	{
		request: ({ termBaseUid, termId: id }) => GET`/api2/v1/termBases/${termBaseUid}/terms/${id}`,
		ends: one({
			simple: SIMPLE_TERM,
			add: ({ termBaseUid, termId: id }) => ({ termBaseUid, termId: id }),
		}),
	},
);
