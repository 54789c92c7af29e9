import { one } from '../../../../core/endings/one';
import { asRecords } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { projectTemplate } from '../../../shared/tms/fields/projectTemplate';

/**
 * Assigns the jobs of a project to whom a template names.
 * Source: assignLinguistsFromTemplate, POST
 * /api2/v1/projects/{projectUid}/applyTemplate/{templateUid}/assignProviders.
 */
export const assignProvidersFromTemplate = defineOperation(
	{
		name: 'Assign Providers From Template',
		action: 'Assign providers from a template',
		description: 'Assign all jobs of a project to the users and vendors that a project template names',
		fields: { projectUid: project(), templateUid: projectTemplate() },
	},
	{
		request: ({ projectUid, templateUid }) =>
			POST`/api2/v1/projects/${projectUid}/applyTemplate/${templateUid}/assignProviders`.repeatable('always'),
		ends: one({
			add: ({ projectUid, templateUid }, { jobs }) => ({
				projectUid,
				templateUid,
				jobUids: asRecords(jobs).map(({ uid }) => uid),
			}),
		}),
	},
);
