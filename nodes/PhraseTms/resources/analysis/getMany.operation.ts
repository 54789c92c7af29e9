import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { fromInput } from '../../../../core/fields/fromInput';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_ANALYSIS } from '../../../shared/tms/simpleAnalysis';

/**
 * Lists analyses of a project, or of one of its jobs.
 * Source: listByProjectV3, GET /api2/v3/projects/{projectUid}/analyses; listPartAnalyseV3, GET
 * /api2/v3/projects/{projectUid}/jobs/{jobUid}/analyses.
 */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many analyses',
		description: 'Retrieve a list of the analyses of a project, or of those that hold a job',
		fields: {
			...fromInput({ projectUid: project() }),
			filters: collection('Filters', 'Add filter', {
				jobUid: job({ optional: true }),
				name: optionalText({ displayName: 'Name', description: 'Name of the analysis or a part of it' }),
			}),
		},
	},
	{
		check: ({ filters: { jobUid, name } }) =>
			jobUid && name ? "'Job' and 'Name' exclude each other: Phrase filters by one of them" : undefined,
		request: ({ projectUid, filters: { jobUid, name } }) =>
			jobUid
				? GET`/api2/v3/projects/${projectUid}/jobs/${jobUid}/analyses`
				: GET`/api2/v3/projects/${projectUid}/analyses`.query({ name }),
		ends: many({
			simple: SIMPLE_ANALYSIS,
			add: ({ projectUid }, _answer, { uid, id }) => ({ projectUid, analysisUid: uid, analysisId: id }),
		}),
	},
);
