import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { termId } from './shared/termDetails';

/** Deletes a term. Source: deleteTerm, DELETE /api2/v1/termBases/{termBaseUid}/terms/{termId}. */
export const deleteTerm = defineOperation(
	{
		name: 'Delete Term',
		action: 'Delete a term',
		description: 'Delete a term in one language',
		fields: {
			termBaseUid: termBase(),
			termId,
		},
	},
	{
		request: ({ termBaseUid, termId: id }) => DELETE`/api2/v1/termBases/${termBaseUid}/terms/${id}`,
		ends: none(({ termBaseUid, termId: id }) => ({ termBaseUid, termId: id, deleted: true })),
	},
);
