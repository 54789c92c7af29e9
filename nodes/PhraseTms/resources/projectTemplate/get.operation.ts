import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { projectTemplate } from '../../../shared/tms/fields/projectTemplate';
import { SIMPLE_PROJECT_TEMPLATE } from './shared/simpleProjectTemplate';

/** Reads one project template. Source: getProjectTemplate, GET /api2/v1/projectTemplates/{projectTemplateUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a project template',
		description: 'Retrieve a project template',
		fields: { templateUid: projectTemplate() },
	},
	{
		request: ({ templateUid }) => GET`/api2/v1/projectTemplates/${templateUid}`,
		ends: one({ simple: SIMPLE_PROJECT_TEMPLATE, add: ({ templateUid }) => ({ templateUid }) }),
	},
);
