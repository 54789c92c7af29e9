import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { clientId } from '../../../shared/tms/fields/client';
import { anyLangs } from '../../../shared/tms/fields/targetLangs';
import { SIMPLE_PROJECT_TEMPLATE } from './shared/simpleProjectTemplate';

/** Lists project templates. Source: getProjectTemplates, GET /api2/v1/projectTemplates. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many project templates',
		description: 'Retrieve a list of project templates',
		fields: {
			filters: collection('Filters', 'Add filter', {
				clientId: clientId(),
				name: optionalText({ displayName: 'Name', description: 'Name of the template or a part of it' }),
				targetLangs: anyLangs('Target Language'),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/projectTemplates`.query(filters),
		ends: many({
			simple: SIMPLE_PROJECT_TEMPLATE,
			add: (_values, _answer, { uid }) => ({ templateUid: uid }),
		}),
	},
);
