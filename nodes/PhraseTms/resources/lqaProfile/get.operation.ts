import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { lqaProfile } from '../../../shared/tms/fields/lqaProfile';

/** Reads an LQA profile. Source: getLqaProfile, GET /api2/v1/lqa/profiles/{profileUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get an LQA profile',
		description: 'Retrieve an LQA profile with its error categories, penalty points and threshold',
		fields: { lqaProfileUid: lqaProfile() },
	},
	{
		request: ({ lqaProfileUid }) => GET`/api2/v1/lqa/profiles/${lqaProfileUid}`,
		ends: one({ add: ({ lqaProfileUid }) => ({ lqaProfileUid }) }),
	},
);
