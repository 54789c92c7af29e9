import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../tmsLookups';

/** A user, by the `id` that providers are referred to by. */
export const user = () =>
	locator({
		displayName: 'User',
		description: 'The user in Phrase TMS',
		search: searchUsers,
		idPlaceholder: 'e.g. 4321',
	});

/** Users by name or email. Source: getListOfUsersFiltered, GET /api2/v1/users. */
async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		lookupClient(this),
		GET`/api2/v1/users`.query({ nameOrEmail: filter }),
		({ id, firstName, lastName, userName }) => {
			const value = asText(id);
			if (value === undefined) return undefined;
			const name = [asText(firstName), asText(lastName)].filter(Boolean).join(' ');
			return { name: `${name || value} (${asText(userName) ?? value})`, value };
		},
		paginationToken,
	);
}
