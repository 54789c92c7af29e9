import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists machine translation settings. Source: getList, GET /api2/v1/machineTranslateSettings. */
export const getManySettings = defineOperation(
	{
		name: 'Get Many Settings',
		action: 'Get many machine translation settings',
		description: 'Retrieve the machine translation settings of the organization',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the settings or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/machineTranslateSettings`.query(filters),
		ends: many({
			simple: ['uid', 'id', 'name', 'type', 'default_', 'charCount', 'langs'],
			add: (_values, _answer, { uid }) => ({ mtSettingsUid: uid }),
		}),
	},
);
