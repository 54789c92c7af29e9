import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { projectTemplate } from '../../../shared/tms/fields/projectTemplate';

/** Deletes a template. Source: deleteProjectTemplate, DELETE /api2/v1/projectTemplates/{projectTemplateUid}. */
export const deleteProjectTemplate = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a project template',
		description: 'Delete a project template; the projects made from it stay as they are',
		fields: { templateUid: projectTemplate() },
	},
	{
		request: ({ templateUid }) => DELETE`/api2/v1/projectTemplates/${templateUid}`,
		ends: none(({ templateUid }) => ({ templateUid, deleted: true })),
	},
);
