import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';

/** Counts terms. Source: getTermBaseMetadata, GET /api2/v1/termBases/{termBaseUid}/metadata. */
export const getMetadata = defineOperation(
	{
		name: 'Get Metadata',
		action: 'Get metadata of a term base',
		description: 'Count the terms of a term base, by language as well',
		fields: { termBaseUid: termBase() },
	},
	{
		request: ({ termBaseUid }) => GET`/api2/v1/termBases/${termBaseUid}/metadata`,
		ends: one({ add: ({ termBaseUid }) => ({ termBaseUid }) }),
	},
);
