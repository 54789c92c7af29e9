import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { userByUid } from '../../../shared/tms/fields/user';
import { SIMPLE_USER } from './shared/simpleUser';

/** Reads a user. Source: getUserV3, GET /api2/v3/users/{userUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a user',
		description: 'Retrieve a user',
		fields: { userUid: userByUid() },
	},
	{
		request: ({ userUid }) => GET`/api2/v3/users/${userUid}`,
		ends: one({ simple: SIMPLE_USER, add: ({ userUid }) => ({ userUid }) }),
	},
);
