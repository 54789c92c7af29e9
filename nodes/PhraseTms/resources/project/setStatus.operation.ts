import { none } from '../../../../core/endings/none';
import { requiredChoice } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { PROJECT_STATUSES } from './shared/projectStatuses';

/** Sets the status of a project. Source: setProjectStatus, POST /api2/v1/projects/{projectUid}/setStatus. */
export const setStatus = defineOperation(
	{
		name: 'Set Status',
		action: 'Set the status of a project',
		description: 'Tell how far the work on a project is',
		fields: {
			...fromInput({ projectUid: project() }),
			status: requiredChoice(
				{ displayName: 'Status', description: 'The new status' },
				PROJECT_STATUSES,
				'COMPLETED',
			),
		},
	},
	{
		request: ({ projectUid, status }) =>
			POST`/api2/v1/projects/${projectUid}/setStatus`.repeatable('always').json({ status }),
		ends: none(({ projectUid, status }) => ({ projectUid, status })),
	},
);
