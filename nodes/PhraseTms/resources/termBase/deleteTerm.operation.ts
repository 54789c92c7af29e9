import { none } from '../../../../core/endings/none';
import { requiredId } from '../../../../core/fields/text';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';

/** Deletes a term. Source: deleteTerm, DELETE /api2/v1/termBases/{termBaseUid}/terms/{termId}. */
export const deleteTerm = defineOperation(
	{
		name: 'Delete Term',
		action: 'Delete a term',
		description: 'Delete a term in one language',
		fields: {
			termBaseUid: termBase(),
			termId: requiredId({
				displayName: 'Term ID',
				placeholder: 'e.g. 3u9xQ0bVn',
				description: 'ID of the term, as Search gives it',
			}),
		},
	},
	{
		request: ({ termBaseUid, termId }) => DELETE`/api2/v1/termBases/${termBaseUid}/terms/${termId}`,
		ends: none(({ termBaseUid, termId }) => ({ termBaseUid, termId, deleted: true })),
	},
);
