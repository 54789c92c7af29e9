import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Price lists by name. Source: getListOfPriceList, GET /api2/v1/priceLists. */
const searchPriceListsByUid = searchOf('searchPriceListsByUid', {
	list: GET`/api2/v1/priceLists`,
	by: 'name',
	id: 'uid',
});

/** The price list an operation is about. */
export const priceList = () =>
	locator({
		displayName: 'Price List',
		description: 'The price list in Phrase TMS',
		search: searchPriceListsByUid,
		idPlaceholder: 'e.g. 4wKd8nTzRb2hXcYf5jVq26',
	});

/** Price lists by name, referred to by their `id`. Source: getListOfPriceList, GET /api2/v1/priceLists. */
const searchPriceListIds = searchOf('searchPriceListIds', {
	list: GET`/api2/v1/priceLists`,
	by: 'name',
	id: 'id',
});

/** A price list by its `id`, where Phrase does not take the UID. */
export const priceListId = () =>
	locator({
		displayName: 'Price List',
		description: 'The price list in Phrase TMS. By ID means its number, not its UID.',
		search: searchPriceListIds,
		idPlaceholder: 'e.g. 318',
	});
