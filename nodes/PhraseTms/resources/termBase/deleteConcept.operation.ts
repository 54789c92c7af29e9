import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { conceptId } from './shared/concept';

/** Deletes a concept. Source: deleteConcept, DELETE /api2/v1/termBases/{termBaseUid}/concepts/{conceptId}. */
export const deleteConcept = defineOperation(
	{
		name: 'Delete Concept',
		action: 'Delete a concept',
		description: 'Delete a concept of a term base with its terms in all languages',
		fields: { termBaseUid: termBase(), conceptId },
	},
	{
		request: ({ termBaseUid, conceptId: id }) => DELETE`/api2/v1/termBases/${termBaseUid}/concepts/${id}`,
		ends: none(({ termBaseUid, conceptId: id }) => ({ termBaseUid, conceptId: id, deleted: true })),
	},
);
