import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { fileToSend, sentFile } from '../../../../core/fields/sentFile';
import { toggle } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { optionalSegmentationRule } from '../../../shared/tms/fields/segmentationRule';
import { withJobFile } from './shared/jobUpload';

/**
 * Takes the translation of a job from a file that was translated or corrected elsewhere.
 * Source: updateTarget, POST /api2/v1/projects/{projectUid}/jobs/target, metadata in the header `Memsource`.
 */
export const updateTarget = defineOperation(
	{
		name: 'Update Target',
		action: 'Update the target of a job',
		description: 'Update the translation of a job from a translated file, of the same type as its source',
		fields: {
			...fromInput({ projectUid: project(), jobUid: job() }),
			...sentFile.fields,
			...notifyFields,
		},
		options: {
			...sentFile.options,
			propagateConfirmedToTm: toggle(
				{
					displayName: 'Save to Translation Memory',
					description: 'Whether confirmed segments go into the translation memory',
				},
				true,
			),
			targetSegmentationRuleId: optionalSegmentationRule('The rule by which Phrase segments the file'),
			unconfirmChangedSegments: toggle(
				{
					displayName: 'Unconfirm Changed Segments',
					description: 'Whether segments that the file changes are no longer confirmed',
				},
				true,
			),
		},
	},
	{
		request: (values, tools) => {
			const { projectUid, jobUid, options } = values;
			const meta = {
				jobs: [{ uid: jobUid }],
				propagateConfirmedToTm: options.propagateConfirmedToTm,
				unconfirmChangedSegments: options.unconfirmChangedSegments,
				targetSegmentationRule: { id: options.targetSegmentationRuleId },
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest', projectUid, jobUid }),
			};
			return withJobFile(POST`/api2/v1/projects/${projectUid}/jobs/target`, fileToSend(values), meta);
		},
		ends: awaitedAsyncRequest({
			name: 'The update of the target',
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has taken the translation',
			add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }),
		}),
	},
);
