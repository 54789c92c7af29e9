import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists net rate schemes. Source: getDiscountSchemes, GET /api2/v1/netRateSchemes. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many net rate schemes',
		description: 'Retrieve a list of net rate schemes',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({
					displayName: 'Name',
					description: 'Name of the net rate scheme or a part of it',
				}),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/netRateSchemes`.query(filters),
		ends: many({ add: (_values, _answer, { uid }) => ({ netRateSchemeUid: uid }) }),
	},
);
