import { DELETE } from '../../../../core/http/request';
import { none } from '../../../../core/endings/none';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { purge } from '../../../shared/tms/fields/purge';

/** Deletes a project. Source: deleteProject, DELETE /api2/v1/projects/{projectUid}. */
export const deleteProject = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a project',
		description: 'Move a project with its jobs to the recycle bin',
		fields: { projectUid: project() },
		options: { purge },
	},
	{
		request: ({ projectUid, options }) => DELETE`/api2/v1/projects/${projectUid}`.query(options),
		ends: none(({ projectUid }) => ({ projectUid, deleted: true })),
	},
);
