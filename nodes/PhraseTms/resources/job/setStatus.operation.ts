import { none } from '../../../../core/endings/none';
import { requiredChoice, toggle } from '../../../../core/fields/choice';
import { POST } from '../../../../core/http/request';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { JOB_STATUSES } from '../../../../core/phrase/events/jobStatus';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';

/** Sets the status of a job. Source: setStatus, POST /api2/v1/projects/{projectUid}/jobs/{jobUid}/setStatus. */
export const setStatus = defineOperation(
	{
		name: 'Set Status',
		action: 'Set the status of a job',
		description: 'Tell how far the work on a job is',
		fields: {
			...fromInput({ projectUid: project(), jobUid: job() }),
			status: requiredChoice(
				{ displayName: 'Status', description: 'The new status' },
				JOB_STATUSES,
				'COMPLETED',
			),
		},
		options: {
			notifyOwner: toggle({
				displayName: 'Notify Owners',
				description: 'Whether Phrase tells the owners of the project and of the job',
			}),
			propagateStatus: toggle({
				displayName: 'Notify Providers',
				description: 'Whether the status reaches the providers of the steps before and after',
			}),
		},
	},
	{
		request: ({ projectUid, jobUid, status, options }) =>
			POST`/api2/v1/projects/${projectUid}/jobs/${jobUid}/setStatus`.repeatable('always').json({
				requestedStatus: status,
				notifyOwner: options.notifyOwner,
				propagateStatus: options.propagateStatus,
			}),
		ends: none(({ projectUid, jobUid, status }) => ({ projectUid, jobUid, status })),
	},
);
