import { listed } from '../../../../core/endings/listed';
import { choices } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { wholeNumber } from '../../../../core/fields/number';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';
import { simpleWarnings } from './shared/simpleWarnings';
import { WARNING_TYPES } from './shared/warningTypes';

/** Most warnings of one call. Source: schema QualityAssuranceRunDtoV3. */
const MAX_WARNINGS = 1000;

/**
 * Checks jobs, one by one: of several at once Phrase does not say which warning is about which.
 * Source: runQaForJobPartV4, POST /api2/v4/projects/{projectUid}/jobs/{jobUid}/qualityAssurances/run.
 */
export const run = defineOperation(
	{
		name: 'Run',
		action: 'Run quality assurance on jobs',
		description: 'Look for mistakes in jobs, such as missing numbers, and count the warnings of each job',
		fields: fromInput({ projectUid: project(), jobUids: jobUids() }),
		options: {
			maxQaWarningsCount: wholeNumber(
				{
					displayName: 'Most Warnings',
					description:
						"After how many warnings Phrase stops looking at a job; 'finished' of the output tells whether it did",
				},
				{ min: 1, max: MAX_WARNINGS, initially: MAX_WARNINGS },
			),
			warningTypes: choices(
				{ displayName: 'Warning Types', description: 'What to look for; what the project says by default' },
				WARNING_TYPES,
			),
		},
	},
	{
		request: ({ projectUid, jobUids: [jobUid = ''], options }) =>
			POST`/api2/v4/projects/${projectUid}/jobs/${jobUid}/qualityAssurances/run`
				.repeatable('always')
				.json({ maxQaWarningsCount: MAX_WARNINGS, ...options }),
		ends: listed({
			simple: simpleWarnings,
			batches: { list: 'jobUids', size: 1 },
			add: ({ projectUid, jobUids: [jobUid] }) => ({ projectUid, jobUid }),
		}),
	},
);
