import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { purge } from '../../../shared/tms/fields/purge';
import { termBase } from '../../../shared/tms/fields/termBase';

/** Deletes a term base. Source: deleteTermBase, DELETE /api2/v1/termBases/{termBaseUid}. */
export const deleteTermBase = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a term base',
		description: 'Move a term base with its terms to the recycle bin',
		fields: { termBaseUid: termBase() },
		options: { purge },
	},
	{
		request: ({ termBaseUid, options }) => DELETE`/api2/v1/termBases/${termBaseUid}`.query(options),
		ends: none(({ termBaseUid }) => ({ termBaseUid, deleted: true })),
	},
);
