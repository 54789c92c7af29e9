import { rewritten } from '../../../../core/endings/rewritten';
import { nothingToUpdate, updateFields } from '../../../../core/fields/updateFields';
import { requiredText } from '../../../../core/fields/text';
import { asRecord } from '../../../../core/http/read';
import { GET, PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { glossary } from '../../../shared/tms/fields/glossary';
import { newTargetLangs } from '../../../shared/tms/fields/targetLangs';
import { SIMPLE_GLOSSARY } from './shared/simpleGlossary';

/** Updates a glossary, which is read before. Source: updateGlossary, PUT /api2/v1/glossaries/{glossaryUid}. */
export const update = defineOperation(
	{
		name: 'Update',
		action: 'Update a glossary',
		description: 'Rename a glossary or add languages to it; what you do not give stays as it is',
		fields: {
			glossaryUid: glossary(),
			updateFields: updateFields({
				langs: newTargetLangs('Language'),
				name: requiredText({ displayName: 'Name', description: 'New name of the glossary' }, 255),
			}),
		},
	},
	{
		check: nothingToUpdate,
		request: ({ glossaryUid }) => GET`/api2/v1/glossaries/${glossaryUid}`,
		ends: rewritten(
			({ glossaryUid, updateFields: { name, langs } }, current) =>
				PUT`/api2/v1/glossaries/${glossaryUid}`.repeatable('always').json({
					name: name ?? current.name,
					langs: langs ?? current.langs,
					owner: { id: asRecord(current.owner).id },
				}),
			{ simple: SIMPLE_GLOSSARY, add: ({ glossaryUid }) => ({ glossaryUid }) },
		),
	},
);
