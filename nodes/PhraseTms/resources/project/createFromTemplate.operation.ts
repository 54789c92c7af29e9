import { collection } from '../../../../core/fields/collection';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { anyLangs, langOrNone } from '../../../shared/tms/fields/targetLangs';
import { projectTemplate } from '../../../shared/tms/fields/projectTemplate';
import { projectDetails, toDetails } from './shared/projectDetails';
import { SIMPLE_PROJECT } from './shared/simpleProject';

const details = {
	...projectDetails,
	sourceLang: langOrNone('Source Language', 'Instead of the one of the template'),
	targetLangs: anyLangs('Target Language', 'Instead of those of the template'),
};

/**
 * Creates a project with the settings of a template.
 * Source: createProjectFromTemplateV2, POST /api2/v2/projects/applyTemplate/{templateUid}.
 */
export const createFromTemplate = defineOperation(
	{
		name: 'Create From Template',
		action: 'Create a project from a template',
		description: 'Create a project with the settings of a template',
		fields: {
			templateUid: projectTemplate(),
			name: requiredText({ displayName: 'Name', description: 'Name of the project' }, 255),
			additionalFields: collection('Additional Fields', 'Add field', details),
		},
	},
	{
		request: ({ templateUid, name, additionalFields: { sourceLang, targetLangs, ...given } }) =>
			POST`/api2/v2/projects/applyTemplate/${templateUid}`
				.repeatable('refused')
				.json({ name, sourceLang, targetLangs, ...toDetails(given) }),
		ends: one({
			simple: SIMPLE_PROJECT,
			add: ({ templateUid }, { uid }) => ({ projectUid: uid, templateUid }),
		}),
	},
);
