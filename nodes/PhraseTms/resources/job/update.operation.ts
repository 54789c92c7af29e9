import { one } from '../../../../core/endings/one';
import { choice } from '../../../../core/fields/choice';
import { collection } from '../../../../core/fields/collection';
import { dateTime } from '../../../../core/fields/dateTime';
import { fromInput } from '../../../../core/fields/fromInput';
import { PATCH } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { JOB_STATUSES } from '../../../../core/phrase/events/jobStatus';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';
import { providers, toProviders } from './shared/providers';

const changes = {
	dateDue: dateTime({ displayName: 'Due Date', description: 'When the job is due' }),
	providers,
	status: choice({ displayName: 'Status', description: 'The status of the job' }, JOB_STATUSES, 'NEW'),
};

/** Changes a job. Source: patchPart, PATCH /api2/v1/projects/{projectUid}/jobs/{jobUid}. */
export const update = defineOperation(
	{
		name: 'Update',
		action: 'Update a job',
		description: 'Change the status, the due date or the providers of a job; all else stays as it is',
		fields: {
			...fromInput({ projectUid: project(), jobUid: job() }),
			updateFields: collection('Update Fields', 'Add field', changes),
		},
	},
	{
		check: ({ updateFields: { status, dateDue, providers: chosen = [] } }) =>
			(status ?? dateDue ?? chosen[0]) ? undefined : "'Update Fields' says nothing: add what is to change",
		request: ({ projectUid, jobUid, updateFields }) =>
			PATCH`/api2/v1/projects/${projectUid}/jobs/${jobUid}`
				.repeatable('always')
				.json({ ...updateFields, providers: toProviders(updateFields.providers) }),
		ends: one({ simple: SIMPLE_JOB, add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }) }),
	},
);
