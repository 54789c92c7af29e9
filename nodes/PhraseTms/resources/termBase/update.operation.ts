import { rewritten } from '../../../../core/endings/rewritten';
import { nothingToUpdate, updateFields } from '../../../../core/fields/updateFields';
import { requiredText } from '../../../../core/fields/text';
import { GET, PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { belonging, changedBelonging } from '../../../shared/tms/fields/belonging';
import { newTargetLangs } from '../../../shared/tms/fields/targetLangs';
import { termBase } from '../../../shared/tms/fields/termBase';
import { SIMPLE_TERM_BASE } from './shared/simpleTermBase';

/** Updates a term base, which is read before. Source: updateTermBase, PUT /api2/v1/termBases/{termBaseUid}. */
export const update = defineOperation(
	{
		name: 'Update',
		action: 'Update a term base',
		description: 'Change a term base; what you do not give stays as it is',
		fields: {
			termBaseUid: termBase(),
			updateFields: updateFields({
				...belonging('term base'),
				langs: newTargetLangs('Language'),
				name: requiredText({ displayName: 'Name', description: 'New name of the term base' }, 255),
			}),
		},
	},
	{
		check: nothingToUpdate,
		request: ({ termBaseUid }) => GET`/api2/v1/termBases/${termBaseUid}`,
		ends: rewritten(
			({ termBaseUid, updateFields: { name, langs, ...changes } }, current) =>
				PUT`/api2/v1/termBases/${termBaseUid}`.repeatable('always').json({
					name: name ?? current.name,
					langs: langs ?? current.langs,
					...changedBelonging(current, changes),
					sourceUrl: current.sourceUrl,
				}),
			{ simple: SIMPLE_TERM_BASE, add: ({ termBaseUid }) => ({ termBaseUid }) },
		),
	},
);
