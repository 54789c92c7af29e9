import { collection } from '../../../../core/fields/collection';
import { choices, toggle } from '../../../../core/fields/choice';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { PROJECT_STATUSES } from './shared/projectStatuses';
import { SIMPLE_PROJECT } from './shared/simpleProject';
import { businessUnitId } from '../../../shared/tms/fields/businessUnit';
import { clientId } from '../../../shared/tms/fields/client';
import { domainId } from '../../../shared/tms/fields/domain';
import { anyLangs } from '../../../shared/tms/fields/targetLangs';

/** Lists projects. Source: listProjects, GET /api2/v1/projects. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many projects',
		description: 'Retrieve a list of projects',
		fields: {
			filters: collection('Filters', 'Add filter', {
				businessUnitId: businessUnitId(),
				clientId: clientId(),
				domainId: domainId(),
				includeArchived: toggle({
					displayName: 'Include Archived',
					description: 'Whether to return archived projects as well',
				}),
				name: optionalText({ displayName: 'Name', description: 'Name of the project or a part of it' }),
				sourceLangs: anyLangs('Source Language'),
				statuses: choices(
					{ displayName: 'Status', description: 'States of the projects to return' },
					PROJECT_STATUSES,
				),
				targetLangs: anyLangs('Target Language'),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/projects`.query(filters),
		ends: many({ simple: SIMPLE_PROJECT, add: (_values, _answer, { uid }) => ({ projectUid: uid }) }),
	},
);
