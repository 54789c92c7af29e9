import { GET } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_PROJECT } from './shared/simpleProject';

/** Reads one project. Source: getProject, GET /api2/v1/projects/{projectUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a project',
		description: 'Retrieve a project',
		fields: { projectUid: project() },
	},
	{
		request: ({ projectUid }) => GET`/api2/v1/projects/${projectUid}`,
		ends: one({ simple: SIMPLE_PROJECT, add: ({ projectUid }) => ({ projectUid }) }),
	},
);
