import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Subdomains by name. Source: listSubDomains, GET /api2/v1/subDomains. */
const searchSubdomains = searchOf('searchSubdomains', {
	list: GET`/api2/v1/subDomains`,
	by: 'name',
	id: 'uid',
});

/** The subdomain an operation is about. */
export const subdomain = () =>
	locator({
		displayName: 'Subdomain',
		description: 'The subdomain in Phrase TMS',
		search: searchSubdomains,
		idPlaceholder: 'e.g. 7nQz4vKdRb1yHsWc9mGf63',
	});
