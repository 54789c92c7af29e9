import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Users by name or email. Source: getListOfUsersFiltered, GET /api2/v1/users. */
const searchUsers = searchOf('searchUsers', {
	list: GET`/api2/v1/users`,
	by: 'nameOrEmail',
	id: 'id',
	label: ({ firstName, lastName, userName }, id) => {
		const name = [asText(firstName), asText(lastName)].filter(Boolean).join(' ');
		return `${name || id} (${asText(userName) ?? id})`;
	},
});

/** A user, by the `id` that providers are referred to by. */
export const user = () =>
	locator({
		displayName: 'User',
		description: 'The user in Phrase TMS',
		search: searchUsers,
		idPlaceholder: 'e.g. 4321',
	});
