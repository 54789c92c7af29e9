import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_ANALYSIS } from '../../../shared/tms/simpleAnalysis';

/** Lists the analyses of a project. Source: listByProjectV3, GET /api2/v3/projects/{projectUid}/analyses. */
export const getAnalyses = defineOperation(
	{
		name: 'Get Analyses',
		action: 'Get analyses of a project',
		description: 'Retrieve the analyses of a project, the latest first',
		fields: {
			projectUid: project(),
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the analysis or a part of it' }),
			}),
		},
	},
	{
		request: ({ projectUid, filters }) => GET`/api2/v3/projects/${projectUid}/analyses`.query(filters),
		ends: many({
			simple: SIMPLE_ANALYSIS,
			add: ({ projectUid }, _answer, { uid, id }) => ({ projectUid, analysisUid: uid, analysisId: id }),
		}),
	},
);
