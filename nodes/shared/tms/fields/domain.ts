import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Domains by name, referred to by their `id`. Source: listDomains, GET /api2/v1/domains. */
const searchDomainIds = searchOf('searchDomainIds', { list: GET`/api2/v1/domains`, by: 'name', id: 'id' });

/** A domain by its `id`, where Phrase does not take the UID; it may be left empty. */
export const domainId = () =>
	locator({
		optional: true,
		displayName: 'Domain',
		description: 'The domain in Phrase TMS. By ID means its number, not its UID.',
		search: searchDomainIds,
		idPlaceholder: 'e.g. 512',
	});

/** Domains by name. Source: listDomains, GET /api2/v1/domains. */
const searchDomains = searchOf('searchDomains', { list: GET`/api2/v1/domains`, by: 'name', id: 'uid' });

/** The domain an operation is about. */
export const domain = () =>
	locator({
		displayName: 'Domain',
		description: 'The domain in Phrase TMS',
		search: searchDomains,
		idPlaceholder: 'e.g. 2hFv9cRtKq0nWmZx7bJd41',
	});
