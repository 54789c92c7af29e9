import { one } from '../../../../core/endings/one';
import { collection } from '../../../../core/fields/collection';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { belonging, toBelonging } from '../../../shared/tms/fields/belonging';
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
			additionalFields: collection('Additional Fields', 'Add field', belonging('term base')),
		},
	},
	{
		request: ({ name, langs, additionalFields: given }) =>
			POST`/api2/v1/termBases`.repeatable('refused').json({
				name,
				langs,
				...toBelonging(given),
			}),
		ends: one({ simple: SIMPLE_TERM_BASE, add: (_values, { uid }) => ({ termBaseUid: uid }) }),
	},
);
