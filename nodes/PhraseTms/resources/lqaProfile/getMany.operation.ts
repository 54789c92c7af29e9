import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists LQA profiles. Source: getLqaProfiles, GET /api2/v1/lqa/profiles. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many LQA profiles',
		description: 'Retrieve a list of LQA profiles',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the LQA profile or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/lqa/profiles`.query(filters),
		ends: many({ add: (_values, _answer, { uid }) => ({ lqaProfileUid: uid }) }),
	},
);
