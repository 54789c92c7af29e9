import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { entity, namesOf, reading } from './shared/entity';
import { simpleValue, valueNames } from './shared/simpleValue';

/**
 * Reads the custom fields of a project, a job or a template.
 * Source: getCustomFieldsPageOfProject, GET /api2/v1/projects/{projectUid}/customFields; getCustomFieldsJob, GET
 * /api2/v1/projects/{projectUid}/jobs/{jobPartUid}/customFields; getCustomFieldsPageOfProjectTemplate, GET
 * /api2/v1/projectTemplates/{projectTemplateUid}/customFields.
 */
export const getValues = defineOperation(
	{
		name: 'Get Values',
		action: 'Get custom field values',
		description: 'Retrieve the custom fields of a project, job or project template with their values',
		fields: entity,
	},
	{
		request: reading,
		ends: many({
			simple: simpleValue,
			add: (values, _answer, entry) => ({ ...namesOf(values), ...valueNames(entry) }),
		}),
	},
);
