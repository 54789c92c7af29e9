import { many } from '../../../../core/endings/many';
import { choices } from '../../../../core/fields/choice';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { SIMPLE_USER } from './shared/simpleUser';

/** Lists users. Source: getListOfUsersFiltered, GET /api2/v1/users. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many users',
		description: 'Retrieve a list of users of the organization',
		fields: {
			filters: collection('Filters', 'Add filter', {
				nameOrEmail: optionalText({
					displayName: 'Name or Email',
					description: 'Name or email of the user, or a part of it',
				}),
				role: choices({ displayName: 'Role', description: 'Roles of the users to return' }, [
					{ name: 'Admin', value: 'ADMIN' },
					{ name: 'Guest', value: 'GUEST' },
					{ name: 'Linguist', value: 'LINGUIST' },
					{ name: 'Project Manager', value: 'PROJECT_MANAGER' },
					{ name: 'Submitter', value: 'SUBMITTER' },
				]),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/users`.query(filters),
		ends: many({ simple: SIMPLE_USER, add: (_values, _answer, { uid }) => ({ userUid: uid }) }),
	},
);
