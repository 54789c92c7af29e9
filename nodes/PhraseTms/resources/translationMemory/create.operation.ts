import { one } from '../../../../core/endings/one';
import { collection } from '../../../../core/fields/collection';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { belonging, toBelonging } from '../../../shared/tms/fields/belonging';
import { newTargetLangs, sourceLang } from '../../../shared/tms/fields/targetLangs';
import { SIMPLE_TRANSLATION_MEMORY } from './shared/simpleTranslationMemory';

/** Creates a translation memory. Source: createTransMemory, POST /api2/v1/transMemories. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a translation memory',
		description: 'Create an empty translation memory',
		fields: {
			name: requiredText({ displayName: 'Name', description: 'Name of the translation memory' }, 255),
			sourceLang: sourceLang(),
			targetLangs: newTargetLangs(),
			additionalFields: collection('Additional Fields', 'Add field', belonging('translation memory')),
		},
	},
	{
		request: ({ name, sourceLang: from, targetLangs, additionalFields: given }) =>
			POST`/api2/v1/transMemories`.repeatable('refused').json({
				name,
				sourceLang: from,
				targetLangs,
				...toBelonging(given),
			}),
		ends: one({ simple: SIMPLE_TRANSLATION_MEMORY, add: (_values, { uid }) => ({ transMemoryUid: uid }) }),
	},
);
