import { rewritten } from '../../../../core/endings/rewritten';
import { nothingToUpdate, updateFields } from '../../../../core/fields/updateFields';
import { keeping } from '../../../../core/fields/simplify';
import { requiredText } from '../../../../core/fields/text';
import { GET, PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { KEPT_OF_TERM, SIMPLE_TERM, termDetails, termId } from './shared/termDetails';

/** Updates a term, which is read before. Source: updateTerm, PUT /api2/v1/termBases/{termBaseUid}/terms/{termId}. */
export const updateTerm = defineOperation(
	{
		name: 'Update Term',
		action: 'Update a term',
		description: 'Change a term in one language; what you do not give stays as it is',
		fields: {
			termBaseUid: termBase(),
			termId,
			updateFields: updateFields({
				...termDetails,
				text: requiredText({ displayName: 'Text', description: 'What the term is to be' }),
			}),
		},
	},
	{
		check: nothingToUpdate,
		request: ({ termBaseUid, termId: id }) => GET`/api2/v1/termBases/${termBaseUid}/terms/${id}`,
		ends: rewritten(
			({ termBaseUid, termId: id, updateFields }, current) =>
				PUT`/api2/v1/termBases/${termBaseUid}/terms/${id}`
					.repeatable('always')
					.json({ ...keeping(KEPT_OF_TERM, current), ...updateFields }),
			{ simple: SIMPLE_TERM, add: ({ termBaseUid, termId: id }) => ({ termBaseUid, termId: id }) },
		),
	},
);
