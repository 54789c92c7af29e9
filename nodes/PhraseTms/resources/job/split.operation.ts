import { listed } from '../../../../core/endings/listed';
import { toggle } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';
import { splitFields, toSplit } from './shared/splitFields';

/** Splits a job. Source: split, POST /api2/v1/projects/{projectUid}/jobs/{jobUid}/split. */
export const split = defineOperation(
	{
		name: 'Split',
		action: 'Split a job',
		description: 'Divide a job into several, so that several people can work on it',
		fields: { ...fromInput({ projectUid: project(), jobUid: job() }), ...splitFields },
		options: {
			splitAllWorkflowSteps: toggle({
				displayName: 'Split All Workflow Steps',
				description: 'Whether to split the jobs of the same file in the other workflow steps as well',
			}),
		},
	},
	{
		request: ({ projectUid, jobUid, options, ...by }) =>
			POST`/api2/v1/projects/${projectUid}/jobs/${jobUid}/split`
				.repeatable('refused')
				.json({ ...toSplit(by), splitAllWorkflowSteps: options.splitAllWorkflowSteps }),
		ends: listed({
			at: 'jobs',
			simple: SIMPLE_JOB,
			add: ({ projectUid }, _answer, { uid }) => ({ projectUid, jobUid: uid }),
		}),
	},
);
