import { collection } from '../../../../core/fields/collection';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { newTargetLangs, sourceLang } from '../../../shared/tms/fields/targetLangs';
import { projectDetails, toDetails } from './shared/projectDetails';
import { SIMPLE_PROJECT } from './shared/simpleProject';

/** Creates a project. Source: createProjectV3, POST /api2/v3/projects. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a project',
		description: 'Create a project without a template',
		fields: {
			name: requiredText({ displayName: 'Name', description: 'Name of the project' }, 255),
			sourceLang: sourceLang(),
			targetLangs: newTargetLangs(),
			additionalFields: collection('Additional Fields', 'Add field', projectDetails),
		},
	},
	{
		request: ({ name, sourceLang: from, targetLangs, additionalFields }) =>
			POST`/api2/v3/projects`
				.repeatable('refused')
				.json({ name, sourceLang: from, targetLangs, ...toDetails(additionalFields) }),
		ends: one({ simple: SIMPLE_PROJECT, add: (_values, { uid }) => ({ projectUid: uid }) }),
	},
);
