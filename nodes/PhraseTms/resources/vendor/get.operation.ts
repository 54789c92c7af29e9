import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { vendorByUid } from '../../../shared/tms/fields/vendor';

/** Reads a vendor. Source: getVendor, GET /api2/v1/vendors/{vendorUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a vendor',
		description: 'Retrieve a vendor',
		fields: { vendorUid: vendorByUid() },
	},
	{
		request: ({ vendorUid }) => GET`/api2/v1/vendors/${vendorUid}`,
		ends: one({ add: ({ vendorUid }) => ({ vendorUid }) }),
	},
);
