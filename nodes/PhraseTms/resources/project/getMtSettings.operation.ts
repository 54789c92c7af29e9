import { many } from '../../../../core/endings/many';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';

/** Lists the engines of a project. Source: getMtSettingsForProject, GET /api2/v1/projects/{projectUid}/mtSettings. */
export const getMtSettings = defineOperation(
	{
		name: 'Get MT Settings',
		action: 'Get MT settings of a project',
		description: 'Retrieve the machine translation settings of a project, by target language',
		fields: { projectUid: project() },
	},
	{
		request: ({ projectUid }) => GET`/api2/v1/projects/${projectUid}/mtSettings`,
		ends: many({ at: 'mtSettingsPerLangList', paged: false, add: ({ projectUid }) => ({ projectUid }) }),
	},
);
