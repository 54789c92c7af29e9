import { many } from '../../../../core/endings/many';
import { asRecord } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';

/** Lists the term bases of a project. Source: getProjectTermBases, GET /api2/v1/projects/{projectUid}/termBases. */
export const getTermBases = defineOperation(
	{
		name: 'Get Term Bases',
		action: 'Get term bases of a project',
		description: 'Retrieve the term bases that a project reads and writes, by language and workflow step',
		fields: { projectUid: project() },
	},
	{
		request: ({ projectUid }) => GET`/api2/v1/projects/${projectUid}/termBases`,
		ends: many({
			at: 'termBases',
			paged: false,
			add: ({ projectUid }, _answer, { termBase }) => ({ projectUid, termBaseUid: asRecord(termBase).uid }),
		}),
	},
);
