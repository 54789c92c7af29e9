import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Clients by name. Source: listClients, GET /api2/v1/clients. */
const searchClients = searchOf('searchClients', { list: GET`/api2/v1/clients`, by: 'name', id: 'uid' });

/** Clients by name, referred to by their `id`. Source: listClients, GET /api2/v1/clients. */
const searchClientIds = searchOf('searchClientIds', { list: GET`/api2/v1/clients`, by: 'name', id: 'id' });

/** The client that a project is for. */
export const client = ({ optional = false } = {}) =>
	locator({
		optional,
		displayName: 'Client',
		description: 'The client in Phrase TMS',
		search: searchClients,
		idPlaceholder: 'e.g. 8xT1vSgJZ2wQp0LcR4mYb6',
	});

/** A client by its `id`, where Phrase does not take the UID; it may be left empty. */
export const clientId = () =>
	locator({
		optional: true,
		displayName: 'Client',
		description: 'The client in Phrase TMS. By ID means its number, not its UID.',
		search: searchClientIds,
		idPlaceholder: 'e.g. 1104',
	});
