import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { priceList } from '../../../shared/tms/fields/priceList';

/** Reads a price list. Source: getPriceList, GET /api2/v1/priceLists/{priceListUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a price list',
		description: 'Retrieve a price list',
		fields: { priceListUid: priceList() },
	},
	{
		request: ({ priceListUid }) => GET`/api2/v1/priceLists/${priceListUid}`,
		ends: one({ add: ({ priceListUid }) => ({ priceListUid }) }),
	},
);
