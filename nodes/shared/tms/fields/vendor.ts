import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Vendors by name. Source: listVendors, GET /api2/v1/vendors. */
const searchVendors = searchOf('searchVendors', { list: GET`/api2/v1/vendors`, by: 'name', id: 'id' });

/** A vendor, by the `id` that providers are referred to by. */
export const vendor = () =>
	locator({
		displayName: 'Vendor',
		description: 'The vendor in Phrase TMS',
		search: searchVendors,
		idPlaceholder: 'e.g. 38',
	});

/** Vendors by name. Source: listVendors, GET /api2/v1/vendors. */
const searchVendorsByUid = searchOf('searchVendorsByUid', {
	list: GET`/api2/v1/vendors`,
	by: 'name',
	id: 'uid',
});

/** The vendor an operation is about. */
export const vendorByUid = () =>
	locator({
		displayName: 'Vendor',
		description: 'The vendor in Phrase TMS',
		search: searchVendorsByUid,
		idPlaceholder: 'e.g. 4wKd8nTzRb2hXcYf5jVq26',
	});
