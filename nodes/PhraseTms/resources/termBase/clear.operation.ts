import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';

/** Deletes all terms. Source: clearTermBase, DELETE /api2/v1/termBases/{termBaseUid}/terms. */
export const clear = defineOperation(
	{
		name: 'Clear',
		action: 'Clear a term base',
		description: 'Delete all terms of a term base, which itself stays',
		fields: { termBaseUid: termBase() },
	},
	{
		request: ({ termBaseUid }) => DELETE`/api2/v1/termBases/${termBaseUid}/terms`,
		ends: none(({ termBaseUid }) => ({ termBaseUid, cleared: true })),
	},
);
