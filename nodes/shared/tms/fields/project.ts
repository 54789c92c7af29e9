import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../tmsLookups';
import { UID, WEB } from './address';

/** The project an operation works in. */
export const project = ({ optional = false } = {}) =>
	locator({
		optional,
		displayName: 'Project',
		description: 'The project in Phrase TMS',
		search: searchProjects,
		idPlaceholder: 'e.g. mxrnbPQ1c4v8vJ2nYdGkT1',
		url: {
			placeholder: 'e.g. https://cloud.memsource.com/web/project2/show/mxrnbPQ1c4v8vJ2nYdGkT1',
			idPattern: `${WEB}/project2?/show/${UID}`,
		},
	});

/** Projects by name. Source: listProjects, GET /api2/v1/projects. */
async function searchProjects(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		lookupClient(this),
		GET`/api2/v1/projects`.query({ name: filter }),
		({ uid, name, internalId }) => {
			const value = asText(uid);
			if (value === undefined) return undefined;
			return { name: `${asText(name) ?? value} (${asText(internalId) ?? value})`, value };
		},
		paginationToken,
	);
}
