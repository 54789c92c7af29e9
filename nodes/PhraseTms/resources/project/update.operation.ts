import { one } from '../../../../core/endings/one';
import { toggle } from '../../../../core/fields/choice';
import { nothingToUpdate, updateFields } from '../../../../core/fields/updateFields';
import { optionalText, requiredText } from '../../../../core/fields/text';
import { PATCH } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { projectDetails, toDetails } from './shared/projectDetails';
import { SIMPLE_PROJECT } from './shared/simpleProject';

const changes = {
	...projectDetails,
	archived: toggle({ displayName: 'Archived', description: 'Whether the project is in the archive' }),
	name: requiredText({ displayName: 'Name', description: 'New name of the project' }, 255),
	purchaseOrder: optionalText({ displayName: 'Purchase Order', description: 'Number of the order' }, 255),
};

/** Changes a project. Source: patchProject, PATCH /api2/v1/projects/{projectUid}. */
export const update = defineOperation(
	{
		name: 'Update',
		action: 'Update a project',
		description: 'Change a project; what you do not give stays as it is',
		fields: { projectUid: project(), updateFields: updateFields(changes) },
	},
	{
		check: nothingToUpdate,
		request: ({ projectUid, updateFields: { archived, name, purchaseOrder, ...details } }) =>
			PATCH`/api2/v1/projects/${projectUid}`
				.repeatable('always')
				.json({ archived, name, purchaseOrder, ...toDetails(details) }),
		ends: one({ simple: SIMPLE_PROJECT, add: ({ projectUid }) => ({ projectUid }) }),
	},
);
