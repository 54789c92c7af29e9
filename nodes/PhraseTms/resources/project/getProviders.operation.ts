import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';

/** Lists who works on a project. Source: getProjectAssignments, GET /api2/v1/projects/{projectUid}/providers. */
export const getProviders = defineOperation(
	{
		name: 'Get Providers',
		action: 'Get providers of a project',
		description: 'Retrieve the users and vendors who work on a project',
		fields: {
			projectUid: project(),
			filters: collection('Filters', 'Add filter', {
				providerName: optionalText({
					displayName: 'Name',
					description: 'Name of the provider or a part of it',
				}),
			}),
		},
	},
	{
		request: ({ projectUid, filters }) => GET`/api2/v1/projects/${projectUid}/providers`.query(filters),
		ends: many({ add: ({ projectUid }) => ({ projectUid }) }),
	},
);
