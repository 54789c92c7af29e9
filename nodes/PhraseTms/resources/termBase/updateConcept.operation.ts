import { rewritten } from '../../../../core/endings/rewritten';
import { nothingToUpdate, updateFields } from '../../../../core/fields/updateFields';
import { GET, PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { conceptDetails, conceptId, currentConcept, toConcept } from './shared/concept';

/**
 * Updates a concept, which is read before.
 * Source: updateConcept, PUT /api2/v1/termBases/{termBaseUid}/concepts/{conceptUid}.
 */
export const updateConcept = defineOperation(
	{
		name: 'Update Concept',
		action: 'Update a concept',
		description: 'Change a concept of a term base; what you do not give stays as it is',
		fields: {
			termBaseUid: termBase(),
			conceptId,
			updateFields: updateFields(conceptDetails),
		},
	},
	{
		check: nothingToUpdate,
		request: ({ termBaseUid, conceptId: id }) => GET`/api2/v1/termBases/${termBaseUid}/concepts/${id}`,
		ends: rewritten(
			({ termBaseUid, conceptId: id, updateFields }, current) =>
				PUT`/api2/v1/termBases/${termBaseUid}/concepts/${id}`
					.repeatable('always')
					.json({ ...currentConcept(current), ...toConcept(updateFields) }),
			{ add: ({ termBaseUid, conceptId: id }) => ({ termBaseUid, conceptId: id }) },
		),
	},
);
