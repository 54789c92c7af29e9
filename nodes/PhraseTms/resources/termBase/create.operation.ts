import { one } from '../../../../core/endings/one';
import { collection } from '../../../../core/fields/collection';
import { optionalText, requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { businessUnitId } from '../../../shared/tms/fields/businessUnit';
import { clientId } from '../../../shared/tms/fields/client';
import { domainId } from '../../../shared/tms/fields/domain';
import { newTargetLangs } from '../../../shared/tms/fields/targetLangs';
import { SIMPLE_TERM_BASE } from './shared/simpleTermBase';

/** Creates a term base. Source: createTermBase, POST /api2/v1/termBases. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a term base',
		description: 'Create a term base without terms',
		fields: {
			name: requiredText({ displayName: 'Name', description: 'Name of the term base' }, 255),
			langs: newTargetLangs('Language'),
			additionalFields: collection('Additional Fields', 'Add field', {
				businessUnitId: businessUnitId(),
				clientId: clientId(),
				domainId: domainId(),
				note: optionalText({ displayName: 'Note', description: 'Note about the term base' }, 4096),
			}),
		},
	},
	{
		request: ({ name, langs, additionalFields: given }) =>
			POST`/api2/v1/termBases`.repeatable('refused').json({
				name,
				langs,
				businessUnit: { id: given.businessUnitId },
				client: { id: given.clientId },
				domain: { id: given.domainId },
				note: given.note,
			}),
		ends: one({ simple: SIMPLE_TERM_BASE, add: (_values, { uid }) => ({ termBaseUid: uid }) }),
	},
);
