import type { IDataObject } from 'n8n-workflow';
import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** What the user reads of a user in lists. */
function label({ firstName, lastName, userName }: IDataObject, id: string): string {
	const name = [asText(firstName), asText(lastName)].filter(Boolean).join(' ');
	return `${name || id} (${asText(userName) ?? id})`;
}

/** Users by name or email. Source: getListOfUsersFiltered, GET /api2/v1/users. */
const users = { list: GET`/api2/v1/users`, by: 'nameOrEmail', label };
const searchUsers = searchOf('searchUsers', { ...users, id: 'id' });
const searchUsersByUid = searchOf('searchUsersByUid', { ...users, id: 'uid' });

/** A user, by the `id` that providers are referred to by. */
export const user = () =>
	locator({
		displayName: 'User',
		description: 'The user in Phrase TMS',
		search: searchUsers,
		idPlaceholder: 'e.g. 4321',
	});

/** A user, by the `uid` that addresses of the API name. */
export const userByUid = () =>
	locator({
		displayName: 'User',
		description: 'The user in Phrase TMS',
		search: searchUsersByUid,
		idPlaceholder: 'e.g. kBqzV7lP0xJt5mWn2RcYd3',
	});
