import { one } from '../../../../core/endings/one';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_PROJECT } from './shared/simpleProject';

/** Makes a project like another one. Source: cloneProject, POST /api2/v1/projects/{projectUid}/clone. */
export const clone = defineOperation(
	{
		name: 'Clone',
		action: 'Clone a project',
		description: 'Create a project with the settings of another one',
		fields: {
			projectUid: project(),
			name: requiredText({ displayName: 'Name', description: 'Name of the new project' }, 255),
		},
	},
	{
		request: ({ projectUid, name }) =>
			POST`/api2/v1/projects/${projectUid}/clone`.repeatable('refused').json({ name }),
		ends: one({
			simple: SIMPLE_PROJECT,
			add: ({ projectUid }, { uid }) => ({ projectUid: uid, clonedFrom: projectUid }),
		}),
	},
);
