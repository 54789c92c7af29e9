import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { wholeNumber } from '../../../../core/fields/number';
import { asRecord } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { anyLangs } from '../../../shared/tms/fields/targetLangs';
import { projectIfAny } from '../../../shared/tms/fields/project';
import { userByUid } from '../../../shared/tms/fields/user';
import { jobFilters } from '../../../shared/tms/jobList';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';

const filters = {
	...jobFilters,
	dueInHours: wholeNumber(
		{
			displayName: 'Due Within (Hours)',
			description: 'Hours within which the jobs are due; -1 for overdue ones',
		},
		{ min: -1, initially: 24 },
	),
	projectUid: projectIfAny('The project of the jobs'),
	targetLang: anyLangs('Target Language'),
};

/** Lists the jobs that a user is assigned to. Source: listJobs, GET /api2/v1/users/{userUid}/jobs. */
export const getManyByUser = defineOperation(
	{
		name: 'Get Many by User',
		action: 'Get many jobs of a user',
		description: 'Retrieve the jobs that a user is assigned to, in all projects, such as those due soon',
		fields: { userUid: userByUid(), filters: collection('Filters', 'Add filter', filters) },
	},
	{
		request: ({ userUid, filters: chosen }) => GET`/api2/v1/users/${userUid}/jobs`.query({ ...chosen }),
		ends: many({
			simple: SIMPLE_JOB,
			add: (_values, _answer, { uid, project }) => ({ projectUid: asRecord(project).uid, jobUid: uid }),
		}),
	},
);
