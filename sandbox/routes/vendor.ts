import { ok, single, type Handlers } from '../http/call';
import { contains } from '../http/filters';
import { page } from '../http/paging';
import { VENDORS } from '../seed/people';

/** Tag Vendor. */
export const vendor: Handlers = {
	listVendors: (call) => {
		const found = VENDORS.filter(({ name }) => contains(name, single(call, 'name')));
		return ok(page(call, found, (one) => one));
	},
};
