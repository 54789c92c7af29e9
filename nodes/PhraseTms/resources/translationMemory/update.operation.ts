import { rewritten } from '../../../../core/endings/rewritten';
import { nothingToUpdate, updateFields } from '../../../../core/fields/updateFields';
import { requiredText } from '../../../../core/fields/text';
import { GET, PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { belonging, changedBelonging } from '../../../shared/tms/fields/belonging';
import { newTargetLangs } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { SIMPLE_TRANSLATION_MEMORY } from './shared/simpleTranslationMemory';

/**
 * Updates a translation memory, which is read before.
 * Source: editTransMemory, PUT /api2/v1/transMemories/{transMemoryUid}.
 */
export const update = defineOperation(
	{
		name: 'Update',
		action: 'Update a translation memory',
		description: 'Change a translation memory; what you do not give stays as it is',
		fields: {
			transMemoryUid: translationMemory(),
			updateFields: updateFields({
				...belonging('translation memory'),
				name: requiredText({ displayName: 'Name', description: 'New name of the translation memory' }, 255),
				targetLangs: newTargetLangs(),
			}),
		},
	},
	{
		check: nothingToUpdate,
		request: ({ transMemoryUid }) => GET`/api2/v1/transMemories/${transMemoryUid}`,
		ends: rewritten(
			({ transMemoryUid, updateFields: { name, targetLangs, ...changes } }, current) =>
				PUT`/api2/v1/transMemories/${transMemoryUid}`.repeatable('always').json({
					name: name ?? current.name,
					targetLangs: targetLangs ?? current.targetLangs,
					...changedBelonging(current, changes),
				}),
			{ simple: SIMPLE_TRANSLATION_MEMORY, add: ({ transMemoryUid }) => ({ transMemoryUid }) },
		),
	},
);
