import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { choices } from '../../../../core/fields/choice';
import { PhraseError } from '../../../../core/http/errors';
import { POST } from '../../../../core/http/request';
import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';
import { importStillRuns } from './shared/importStillRuns';
import { preTranslateFields, toPreTranslateSettings } from './shared/preTranslateSettings';

/** Most jobs of one call. Source: preTranslateV3. */
const MAX_JOBS = 100;

/**
 * Fills jobs from translation memories, machine translation and non-translatables.
 * Source: preTranslateV3, POST /api2/v3/projects/{projectUid}/jobs/preTranslate; answers 400 while an import runs.
 */
export const preTranslate = defineOperation(
	{
		name: 'Pre-Translate',
		action: 'Pre-translate jobs',
		description: 'Fill jobs from translation memories and machine translation',
		fields: {
			...fromInput({ projectUid: project() }),
			jobUids: jobUids(MAX_JOBS),
			...preTranslateFields,
			...notifyFields,
		},
		options: {
			segmentFilters: choices(
				{
					displayName: 'Segment Filters',
					description: 'Segments to fill; all of them when you choose nothing',
				},
				[
					{ name: 'Locked', value: 'LOCKED' },
					{ name: 'Not Locked', value: 'NOT_LOCKED' },
				],
			),
		},
	},
	{
		request: (values, tools) =>
			POST`/api2/v3/projects/${values.projectUid}/jobs/preTranslate`.repeatable('refused').json({
				jobs: values.jobUids.map((uid) => ({ uid })),
				segmentFilters: values.options.segmentFilters,
				...toPreTranslateSettings(values),
				callbackUrl: tools.callbackUrl(callbackTarget(values), {
					kind: 'asyncRequest',
					projectUid: values.projectUid,
					...onlyJob(values.jobUids),
				}),
			}),
		ends: awaitedAsyncRequest({
			name: 'The pre-translation',
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has pre-translated the jobs',
			add: ({ projectUid, jobUids: uids }) => ({ projectUid, jobUids: uids, ...onlyJob(uids) }),
			explain: async (error, { client, values }) =>
				error instanceof PhraseError && error.httpCode === 400
					? await importStillRuns(values, client, error)
					: undefined,
		}),
	},
);
