import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Net rate schemes by name. Source: getDiscountSchemes, GET /api2/v1/netRateSchemes. */
const searchNetRateSchemesByUid = searchOf('searchNetRateSchemesByUid', {
	list: GET`/api2/v1/netRateSchemes`,
	by: 'name',
	id: 'uid',
});

/** The net rate scheme an operation is about. */
export const netRateScheme = () =>
	locator({
		displayName: 'Net Rate Scheme',
		description: 'The net rate scheme in Phrase TMS',
		search: searchNetRateSchemesByUid,
		idPlaceholder: 'e.g. 4wKd8nTzRb2hXcYf5jVq26',
	});
