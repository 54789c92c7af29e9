import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { SIMPLE_TERM_BASE } from './shared/simpleTermBase';

/** Reads a term base. Source: getTermBase, GET /api2/v1/termBases/{termBaseUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a term base',
		description: 'Retrieve a term base, without its terms',
		fields: { termBaseUid: termBase() },
	},
	{
		request: ({ termBaseUid }) => GET`/api2/v1/termBases/${termBaseUid}`,
		ends: one({ simple: SIMPLE_TERM_BASE, add: ({ termBaseUid }) => ({ termBaseUid }) }),
	},
);
