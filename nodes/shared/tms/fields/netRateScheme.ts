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
export const netRateScheme = ({ optional = false } = {}) =>
	locator({
		optional,
		displayName: 'Net Rate Scheme',
		description: 'The net rate scheme in Phrase TMS',
		search: searchNetRateSchemesByUid,
		idPlaceholder: 'e.g. 4wKd8nTzRb2hXcYf5jVq26',
	});

/** Net rate schemes by name, referred to by their `id`. Source: getDiscountSchemes, GET /api2/v1/netRateSchemes. */
const searchNetRateSchemeIds = searchOf('searchNetRateSchemeIds', {
	list: GET`/api2/v1/netRateSchemes`,
	by: 'name',
	id: 'id',
});

/** A net rate scheme by its `id`, where Phrase does not take the UID; it may be left empty. */
export const netRateSchemeId = (description: string) =>
	locator({
		optional: true,
		displayName: 'Net Rate Scheme',
		description: `${description}. By ID means its number, not its UID.`,
		search: searchNetRateSchemeIds,
		idPlaceholder: 'e.g. 27',
	});
