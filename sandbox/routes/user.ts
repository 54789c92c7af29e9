import { list, ok, single, type Handlers } from '../http/call';
import { contains, isOneOf } from '../http/filters';
import { page } from '../http/paging';
import type { User } from '../model/user';

/** Tag User. */
export const user: Handlers = {
	getListOfUsersFiltered: (call, { plain }) => {
		const found = (plain.all('/api2/users') as unknown as User[]).filter(
			({ firstName, lastName, userName, email, role }) =>
				contains(firstName, single(call, 'firstName')) &&
				contains(lastName, single(call, 'lastName')) &&
				contains(`${firstName} ${lastName}`, single(call, 'name')) &&
				contains(userName, single(call, 'userName')) &&
				contains(email, single(call, 'email')) &&
				contains(`${firstName} ${lastName} ${email}`, single(call, 'nameOrEmail')) &&
				isOneOf([role], list(call, 'role')),
		);
		return ok(
			page(call, found, ({ id, uid, userName, firstName, lastName, email, role }) => ({
				id,
				uid,
				userName,
				firstName,
				lastName,
				email,
				role,
			})),
		);
	},
};
