import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../tmsLookups';

/** The client that a project is for. */
export const client = ({ optional = false } = {}) =>
	locator({
		optional,
		displayName: 'Client',
		description: 'The client in Phrase TMS',
		search: searchClients,
		idPlaceholder: 'e.g. 8xT1vSgJZ2wQp0LcR4mYb6',
	});

/** Clients by name. Source: listClients, GET /api2/v1/clients. */
async function searchClients(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		lookupClient(this),
		GET`/api2/v1/clients`.query({ name: filter }),
		({ uid, name }) => {
			const value = asText(uid);
			return value === undefined ? undefined : { name: asText(name) ?? value, value };
		},
		paginationToken,
	);
}
