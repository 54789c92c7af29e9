import { notFound } from '../errors';
import { list, ok, param, single, type Handlers } from '../http/call';
import { contains, isDueIn, isOneOf } from '../http/filters';
import { page } from '../http/paging';
import { presentAssignedJob } from '../model/job';
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

	listJobs: (call, { plain, jobs }) => {
		const userUid = param(call, 'userUid');
		const user = (plain.all('/api2/users') as unknown as User[]).find(({ uid }) => uid === userUid);
		if (!user) throw notFound('User', userUid);
		const found = jobs
			.ofUser(user.id)
			.filter(
				({ status, project, targetLang, dateDue, source }) =>
					isOneOf([status], list(call, 'status')) &&
					isOneOf([targetLang], list(call, 'targetLang')) &&
					isOneOf([project.uid], list(call, 'projectUid')) &&
					isDueIn(dateDue === undefined ? null : new Date(dateDue), single(call, 'dueInHours')) &&
					contains(source.name, single(call, 'filename')),
			);
		return ok(page(call, found, presentAssignedJob));
	},
};
