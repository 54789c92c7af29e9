import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { toggle } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';

/** Most jobs of one call. Source: schema EvaluateJobsQualityDto. */
const MAX_JOBS = 50;

/**
 * Has Phrase score the translations of jobs. Phrase refuses it for a project without a quality profile.
 * Source: POST /api2/v1/projects/{projectUid}/jobs/evaluateQuality.
 */
export const evaluateQuality = defineOperation(
	{
		name: 'Evaluate Quality',
		action: 'Evaluate the quality of jobs',
		description: "Score the translations of jobs by the project's quality profile",
		fields: {
			...fromInput({ projectUid: project(), jobUids: jobUids(MAX_JOBS) }),
			...notifyFields,
		},
		options: {
			confirmSegments: toggle({
				displayName: 'Confirm Segments',
				description: 'Whether to confirm the segments that are good enough',
			}),
			lockSegments: toggle(
				{ displayName: 'Lock Segments', description: 'Whether to lock the segments that are good enough' },
				true,
			),
		},
	},
	{
		request: (values, tools) =>
			POST`/api2/v1/projects/${values.projectUid}/jobs/evaluateQuality`.repeatable('refused').json({
				jobs: values.jobUids.map((uid) => ({ uid })),
				confirmSegments: values.options.confirmSegments,
				lockSegments: values.options.lockSegments,
				callbackUrl: tools.callbackUrl(callbackTarget(values), {
					kind: 'asyncRequest',
					projectUid: values.projectUid,
				}),
			}),
		ends: awaitedAsyncRequest({
			name: 'The evaluation',
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has scored the jobs',
			add: ({ projectUid, jobUids: uids }) => ({ projectUid, jobUids: uids, ...onlyJob(uids) }),
		}),
	},
);
