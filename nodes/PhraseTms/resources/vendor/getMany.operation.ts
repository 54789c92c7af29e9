import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists vendors. Source: listVendors, GET /api2/v1/vendors. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many vendors',
		description: 'Retrieve a list of vendors',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the vendor or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/vendors`.query(filters),
		ends: many({ add: (_values, _answer, { uid }) => ({ vendorUid: uid }) }),
	},
);
