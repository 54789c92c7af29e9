import { oneOrReadBack } from '../../../../core/endings/oneOrReadBack';
import { choice, toggle } from '../../../../core/fields/choice';
import { collection } from '../../../../core/fields/collection';
import { dateTime } from '../../../../core/fields/dateTime';
import { fromInput } from '../../../../core/fields/fromInput';
import { GET, PATCH } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { JOB_STATUSES } from '../../../../core/phrase/events/jobStatus';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';
import { checkJobChanges } from './shared/checkJobChanges';
import { providers, toProviders } from '../../../shared/tms/fields/providers';

const changes = {
	clearDateDue: toggle({ displayName: 'Clear Due Date', description: 'Whether the job is due at no time' }),
	dateDue: dateTime({ displayName: 'Due Date', description: 'When the job is due' }),
	providers,
	status: choice({ displayName: 'Status', description: 'The status of the job' }, JOB_STATUSES, 'NEW'),
};

/**
 * Changes a job. Only the call for several jobs takes away a due date, and it answers without them.
 * Source: patchPart, PATCH /api2/v1/projects/{projectUid}/jobs/{jobUid}; patchUpdateJobParts, PATCH /api2/v3/jobs,
 * member `clearDateDue`.
 */
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
		check: ({ updateFields }) => checkJobChanges(updateFields),
		request: ({ projectUid, jobUid, updateFields: { clearDateDue, providers: chosen, ...changes } }) => {
			const body = { ...changes, providers: toProviders(chosen) };
			return clearDateDue === true
				? PATCH`/api2/v3/jobs`.repeatable('always').json({ jobs: [{ uid: jobUid }], clearDateDue, ...body })
				: PATCH`/api2/v1/projects/${projectUid}/jobs/${jobUid}`.repeatable('always').json(body);
		},
		ends: oneOrReadBack(whenCleared, {
			simple: SIMPLE_JOB,
			add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }),
		}),
	},
);

interface Changed {
	projectUid: string;
	jobUid: string;
	updateFields: { clearDateDue?: boolean };
}

function whenCleared({ projectUid, jobUid, updateFields }: Changed) {
	return updateFields.clearDateDue === true ? GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}` : undefined;
}
