import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists price lists. Source: getListOfPriceList, GET /api2/v1/priceLists. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many price lists',
		description: 'Retrieve a list of price lists',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the price list or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/priceLists`.query(filters),
		ends: many({ add: (_values, _answer, { uid }) => ({ priceListUid: uid }) }),
	},
);
