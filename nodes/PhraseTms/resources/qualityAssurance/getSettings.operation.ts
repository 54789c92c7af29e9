import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';

/**
 * Reads what quality assurance looks for in a project.
 * Source: getQaSettingsForProjectV4, GET /api2/v4/projects/{projectUid}/jobs/qualityAssurances/settings.
 */
export const getSettings = defineOperation(
	{
		name: 'Get Settings',
		action: 'Get quality assurance settings',
		description: 'Retrieve the checks that are on in a project, with forbidden texts and own rules',
		fields: { projectUid: project() },
	},
	{
		request: ({ projectUid }) => GET`/api2/v4/projects/${projectUid}/jobs/qualityAssurances/settings`,
		ends: one({ add: ({ projectUid }) => ({ projectUid }) }),
	},
);
