import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { fromInput } from '../../../../core/fields/fromInput';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { SIMPLE_QUOTE } from '../../../shared/tms/simpleQuote';

/** Lists quotes. Source: getQuotesForProject, GET /api2/v1/projects/{projectUid}/quotes. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many quotes',
		description: 'Retrieve a list of the quotes of a project, the latest first',
		fields: {
			...fromInput({ projectUid: project() }),
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the quote or a part of it' }),
			}),
		},
	},
	{
		request: ({ projectUid, filters }) => GET`/api2/v1/projects/${projectUid}/quotes`.query(filters),
		ends: many({
			simple: SIMPLE_QUOTE,
			add: ({ projectUid }, _answer, { uid }) => ({ projectUid, quoteUid: uid }),
		}),
	},
);
