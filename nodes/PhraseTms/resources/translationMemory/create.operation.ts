import { one } from '../../../../core/endings/one';
import { collection } from '../../../../core/fields/collection';
import { optionalText, requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { businessUnitId } from '../../../shared/tms/fields/businessUnit';
import { clientId } from '../../../shared/tms/fields/client';
import { domainId } from '../../../shared/tms/fields/domain';
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
			additionalFields: collection('Additional Fields', 'Add field', {
				businessUnitId: businessUnitId(),
				clientId: clientId(),
				domainId: domainId(),
				note: optionalText({ displayName: 'Note', description: 'Note about the translation memory' }, 4096),
			}),
		},
	},
	{
		request: ({ name, sourceLang: from, targetLangs, additionalFields: given }) =>
			POST`/api2/v1/transMemories`.repeatable('refused').json({
				name,
				sourceLang: from,
				targetLangs,
				businessUnit: { id: given.businessUnitId },
				client: { id: given.clientId },
				domain: { id: given.domainId },
				note: given.note,
			}),
		ends: one({ simple: SIMPLE_TRANSLATION_MEMORY, add: (_values, { uid }) => ({ transMemoryUid: uid }) }),
	},
);
