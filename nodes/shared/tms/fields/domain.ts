import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Domains by name, referred to by their `id`. Source: listDomains, GET /api2/v1/domains. */
const searchDomainIds = searchOf('searchDomainIds', { list: GET`/api2/v1/domains`, by: 'name', id: 'id' });

/** The domain of the projects to list, by its `id`: Phrase does not take the UID there. Empty for all. */
export const domainIdFilter = () =>
	locator({
		optional: true,
		displayName: 'Domain',
		description: 'The domain that the projects belong to. By ID means its number, not its UID.',
		search: searchDomainIds,
		idPlaceholder: 'e.g. 512',
	});
