import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { tmsClient } from './tmsClient';

/** Projects by name. Source: listProjects, GET /api2/v1/projects. */
export async function searchProjects(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		tmsClient(this),
		GET`/api2/v1/projects`.query({ name: filter }),
		({ uid, name, internalId }) => {
			const value = asText(uid);
			if (value === undefined) return undefined;
			return { name: `${asText(name) ?? value} (${asText(internalId) ?? value})`, value };
		},
		paginationToken,
	);
}
