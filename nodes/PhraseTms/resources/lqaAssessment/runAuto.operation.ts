import { none } from '../../../../core/endings/none';
import { choice } from '../../../../core/fields/choice';
import { shownWhen } from '../../../../core/fields/field';
import { fromInput } from '../../../../core/fields/fromInput';
import { asRecord } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';
import { optionalWorkflowStep } from '../../../shared/tms/fields/workflowStep';
import { jobParts, MAX_JOBS } from './shared/assessedJobs';

/**
 * Has Phrase assess jobs by itself. Its answer is not documented; when it names an asynchronous request, so does the item.
 * The event JOB_AUTO_LQA_FINISHED tells of the end.
 * Source: runAutoLqa, POST /api2/v1/projects/{projectUid}/runAutoLqa.
 */
export const runAuto = defineOperation(
	{
		name: 'Run Auto LQA',
		action: 'Run auto LQA on jobs',
		description: 'Let Phrase assess jobs by AI. Phrase TMS Trigger tells when it has: Job Auto LQA Finished.',
		fields: {
			...fromInput({ projectUid: project() }),
			assessed: choice(
				{ displayName: 'Assess', description: 'What to assess' },
				[
					{ name: 'All Jobs of a Workflow Step', value: 'step' },
					{ name: 'Jobs', value: 'jobs' },
				],
				'jobs',
			),
			jobUids: shownWhen({ assessed: ['jobs'] }, jobUids(MAX_JOBS)),
			workflowStepId: shownWhen(
				{ assessed: ['step'] },
				optionalWorkflowStep('None for all jobs of a project without workflow steps'),
			),
		},
	},
	{
		request: ({ projectUid, jobUids: uids, workflowStepId: id }) =>
			POST`/api2/v1/projects/${projectUid}/runAutoLqa`
				.repeatable('refused')
				.json({ ...(uids && jobParts(uids)), ...(id && { projectWorkflowStep: { id } }) }),
		ends: none(({ projectUid, jobUids: uids, workflowStepId }, answer) => ({
			projectUid,
			...(uids && { jobUids: uids, ...onlyJob(uids) }),
			...(workflowStepId && { workflowStepId }),
			asyncRequestId: asRecord(answer.asyncRequest ?? answer).id,
			autoLqaStarted: true,
		})),
	},
);
