import type { Resource } from '../../../../core/operation/operation';
import { priceList as priceListField } from '../../../shared/tms/fields/priceList';
import { read } from '../shared/registered';

/**
 * What translations cost.
 * Source: getListOfPriceList, GET /api2/v1/priceLists; getPriceList, GET /api2/v1/priceLists/{priceListUid}.
 */
export const priceList: Resource = {
	name: 'Price List',
	operations: read({
		one: 'price list',
		several: 'price lists',
		uid: 'priceListUid',
		field: priceListField,
		path: 'priceLists',
	}),
	defaultOperation: 'getMany',
};
