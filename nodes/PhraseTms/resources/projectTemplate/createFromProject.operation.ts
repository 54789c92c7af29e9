import { one } from '../../../../core/endings/one';
import { collection } from '../../../../core/fields/collection';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { optionalImportSettings } from '../../../shared/tms/fields/importSettings';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_PROJECT_TEMPLATE } from './shared/simpleProjectTemplate';

/** Makes a template of a project. Source: createProjectTemplate, POST /api2/v1/projectTemplates. */
export const createFromProject = defineOperation(
	{
		name: 'Create From Project',
		action: 'Create a template from a project',
		description: 'Create a project template with the settings of a project',
		fields: {
			projectUid: project(),
			name: requiredText({ displayName: 'Name', description: 'Name of the template' }, 255),
			additionalFields: collection('Additional Fields', 'Add field', {
				importSettingsUid: optionalImportSettings('The saved import settings of projects made of it'),
			}),
		},
	},
	{
		request: ({ projectUid, name, additionalFields }) =>
			POST`/api2/v1/projectTemplates`.repeatable('refused').json({
				project: { uid: projectUid },
				name,
				importSettings: { uid: additionalFields.importSettingsUid },
			}),
		ends: one({
			simple: SIMPLE_PROJECT_TEMPLATE,
			add: ({ projectUid }, { uid }) => ({ projectUid, templateUid: uid }),
		}),
	},
);
