import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists saved import settings. Source: listImportSettings, GET /api2/v1/importSettings. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many import settings',
		description: 'Retrieve a list of saved import settings',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the settings or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/importSettings`.query(filters),
		ends: many({ add: (_values, _answer, { uid }) => ({ importSettingsUid: uid }) }),
	},
);
