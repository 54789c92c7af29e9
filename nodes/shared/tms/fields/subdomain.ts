import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Subdomains by name. Source: listSubDomains, GET /api2/v1/subDomains. */
const searchSubdomains = searchOf('searchSubdomains', {
	list: GET`/api2/v1/subDomains`,
	by: 'name',
	id: 'uid',
});

/** Subdomains by name, referred to by their `id`. Source: listSubDomains, GET /api2/v1/subDomains. */
const searchSubdomainIds = searchOf('searchSubdomainIds', {
	list: GET`/api2/v1/subDomains`,
	by: 'name',
	id: 'id',
});

/** A subdomain by its `id`, where Phrase does not take the UID; it may be left empty. */
export const subdomainId = () =>
	locator({
		optional: true,
		displayName: 'Subdomain',
		description: 'The subdomain in Phrase TMS. By ID means its number, not its UID.',
		search: searchSubdomainIds,
		idPlaceholder: 'e.g. 318',
	});

/** The subdomain an operation is about. */
export const subdomain = () =>
	locator({
		displayName: 'Subdomain',
		description: 'The subdomain in Phrase TMS',
		search: searchSubdomains,
		idPlaceholder: 'e.g. 7nQz4vKdRb1yHsWc9mGf63',
	});
