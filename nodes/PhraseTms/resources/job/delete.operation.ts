import { inBatches } from '../../../../core/endings/inBatches';
import { DELETE } from '../../../../core/http/request';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';
import { purge } from '../../../shared/tms/fields/purge';

/** Deletes jobs. Source: deleteParts, DELETE /api2/v1/projects/{projectUid}/jobs/batch, up to 100 at once. */
export const deleteJobs = defineOperation(
	{
		name: 'Delete',
		action: 'Delete jobs',
		description: 'Move jobs to the recycle bin',
		fields: fromInput({ projectUid: project(), jobUids: jobUids() }),
		options: { purge },
	},
	{
		request: ({ projectUid, jobUids: uids, options }) =>
			DELETE`/api2/v1/projects/${projectUid}/jobs/batch`
				.query({ purge: options.purge })
				.json({ jobs: uids.map((uid) => ({ uid })) }),
		ends: inBatches({
			list: 'jobUids',
			entry: 'jobUid',
			size: 100,
			does: 'deleted',
			about: ({ projectUid }) => ({ projectUid }),
			done: { deleted: true },
		}),
	},
);
