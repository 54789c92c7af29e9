import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Clients by name. Source: listClients, GET /api2/v1/clients. */
const searchClients = searchOf('searchClients', { list: GET`/api2/v1/clients`, by: 'name', id: 'uid' });

/** The client that a project is for. */
export const client = ({ optional = false } = {}) =>
	locator({
		optional,
		displayName: 'Client',
		description: 'The client in Phrase TMS',
		search: searchClients,
		idPlaceholder: 'e.g. 8xT1vSgJZ2wQp0LcR4mYb6',
	});
