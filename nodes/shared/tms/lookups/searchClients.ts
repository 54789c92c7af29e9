import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { tmsClient } from './tmsClient';

/** Clients by name. Source: listClients, GET /api2/v1/clients. */
export async function searchClients(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		tmsClient(this),
		GET`/api2/v1/clients`.query({ name: filter }),
		({ uid, name }) => {
			const value = asText(uid);
			return value === undefined ? undefined : { name: asText(name) ?? value, value };
		},
		paginationToken,
	);
}
