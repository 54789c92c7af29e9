import { inBatches } from '../../../../core/endings/inBatches';
import { choice, toggle } from '../../../../core/fields/choice';
import { collection } from '../../../../core/fields/collection';
import { dateTime } from '../../../../core/fields/dateTime';
import { fromInput } from '../../../../core/fields/fromInput';
import { PATCH } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { JOB_STATUSES } from '../../../../core/phrase/events/jobStatus';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { projectIfAny } from '../../../shared/tms/fields/project';
import { checkJobChanges } from './shared/checkJobChanges';
import { providers, toProviders } from '../../../shared/tms/fields/providers';

const changes = {
	clearDateDue: toggle({ displayName: 'Clear Due Date', description: 'Whether the jobs are due at no time' }),
	dateDue: dateTime({ displayName: 'Due Date', description: 'When the jobs are due' }),
	providers,
	status: choice({ displayName: 'Status', description: 'The status of the jobs' }, JOB_STATUSES, 'NEW'),
};

/** Changes jobs. Source: patchUpdateJobParts, PATCH /api2/v3/jobs, up to 100 at once. */
export const updateMany = defineOperation(
	{
		name: 'Update Many',
		action: 'Update many jobs',
		description:
			'Change the status, the due date or the providers of jobs; what you do not give stays as it is',
		fields: {
			jobUids: jobUids(),
			...fromInput({ projectUid: projectIfAny('The project of the jobs, which the items then name') }),
			updateFields: collection('Update Fields', 'Add field', changes),
		},
	},
	{
		check: ({ updateFields }) => checkJobChanges(updateFields),
		request: ({ jobUids: uids, updateFields }) =>
			PATCH`/api2/v3/jobs`.repeatable('always').json({
				jobs: uids.map((uid) => ({ uid })),
				...updateFields,
				providers: toProviders(updateFields.providers),
			}),
		ends: inBatches({
			list: 'jobUids',
			entry: 'jobUid',
			size: 100,
			does: 'changed',
			about: ({ projectUid }) => ({ ...(projectUid !== undefined && { projectUid }) }),
			done: { updated: true },
		}),
	},
);
