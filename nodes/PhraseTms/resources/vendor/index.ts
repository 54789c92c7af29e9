import type { Resource } from '../../../../core/operation/operation';
import { vendorByUid } from '../../../shared/tms/fields/vendor';
import { read } from '../shared/registered';

/**
 * Companies that translate for the organization.
 * Source: listVendors, GET /api2/v1/vendors; getVendor, GET /api2/v1/vendors/{vendorUid}.
 */
export const vendor: Resource = {
	name: 'Vendor',
	operations: read({
		one: 'vendor',
		several: 'vendors',
		uid: 'vendorUid',
		field: vendorByUid,
		path: 'vendors',
	}),
	defaultOperation: 'getMany',
};
