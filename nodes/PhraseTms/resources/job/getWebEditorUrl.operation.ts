import { one } from '../../../../core/endings/one';
import { fromInput } from '../../../../core/fields/fromInput';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';

/** Most jobs that the editor opens together. Source: webEditorLinkV2. */
const MAX_JOBS = 260;

/**
 * Makes the address under which people translate jobs.
 * Source: webEditorLinkV2, POST /api2/v2/projects/{projectUid}/jobs/webEditor.
 */
export const getWebEditorUrl = defineOperation(
	{
		name: 'Get Web Editor URL',
		action: 'Get web editor URL of jobs',
		description: 'Get the address that opens jobs of one language together in the web editor',
		fields: fromInput({ projectUid: project(), jobUids: jobUids(MAX_JOBS) }),
	},
	{
		request: ({ projectUid, jobUids: uids }) =>
			POST`/api2/v2/projects/${projectUid}/jobs/webEditor`
				.repeatable('always')
				.json({ jobs: uids.map((uid) => ({ uid })) }),
		ends: one({
			add: ({ projectUid, jobUids: uids }) => ({ projectUid, jobUids: uids, ...onlyJob(uids) }),
		}),
	},
);
