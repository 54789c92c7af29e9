import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { fileToSend, sentFile } from '../../../../core/fields/sentFile';
import { toggle } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';
import { withJobFile } from './shared/jobUpload';

/** Most jobs of one update. Source: schema JobUpdateSourceMeta. */
const MAX_JOBS = 100;

/**
 * Replaces the source file of jobs, which keep what is translated already.
 * Source: updateSource, POST /api2/v1/projects/{projectUid}/jobs/source, metadata in the header `Memsource`.
 */
export const updateSource = defineOperation(
	{
		name: 'Update Source',
		action: 'Update the source of jobs',
		description: 'Replace the source file of jobs of the first workflow step, and keep what is translated',
		fields: {
			...fromInput({ projectUid: project(), jobUids: jobUids(MAX_JOBS) }),
			...sentFile.fields,
			...notifyFields,
		},
		options: {
			allowAutomaticPostAnalysis: toggle({
				displayName: 'Analyze',
				description: 'Whether Phrase makes an analysis of the change; as the project says when left out',
			}),
			...sentFile.options,
			preTranslate: toggle({
				displayName: 'Pre-Translate',
				description: 'Whether Phrase pre-translates what is new',
			}),
		},
	},
	{
		request: (values, tools) => {
			const { projectUid, jobUids: uids, options } = values;
			const meta = {
				jobs: uids.map((uid) => ({ uid })),
				preTranslate: options.preTranslate,
				allowAutomaticPostAnalysis: options.allowAutomaticPostAnalysis,
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest', projectUid }),
			};
			return withJobFile(POST`/api2/v1/projects/${projectUid}/jobs/source`, fileToSend(values), meta);
		},
		ends: awaitedAsyncRequest({
			name: 'The update of the source',
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has imported the file',
			add: ({ projectUid, jobUids: uids }) => ({ projectUid, jobUids: uids, ...onlyJob(uids) }),
		}),
	},
);
